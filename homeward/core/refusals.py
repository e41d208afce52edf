"""The family of exceptions with which an action says no."""


class Refusal(Exception):
    """An action will not do this; its arguments are codes, never prose.

    A view turns a refusal into a form error through its page's words.
    """

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that say why; the class's own name in snake case when none was given."""
        if self.args:
            return tuple(str(item) for item in self.args)
        name = type(self).__name__
        return ("".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_"),)


class StaleVersion(Refusal):
    """Somebody else changed the row after this form was opened."""


class NotAllowed(Refusal):
    """The actor has no right to do this, whatever the row."""
