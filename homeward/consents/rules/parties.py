"""Who may receive: the recipient of a request, and how papers name one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipient:
    """The one who would receive; `classes` are the roles the program has verified."""

    type: str
    id: str
    classes: frozenset[str] = frozenset()
    covered_entity: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A recipient as a paper names it: a person, an entity, or a whole class.

    `type` is None when a restriction, a safety flag or a court paper gives only an id.
    """

    type: str | None
    id: str

    def permits(self, recipient: Recipient) -> bool:
        """Whether a permission that names this reaches the recipient; exact, never by guess."""
        if self.type == "class":
            return self.id in recipient.classes
        return self.id == recipient.id and self.type in (None, recipient.type)

    def forbids(self, recipient: Recipient) -> bool:
        """Whether a prohibition that names this reaches the recipient.

        Wider than `permits`: the type is not asked, and a bare class name means the class.
        """
        if self.type == "class":
            return self.id in recipient.classes
        return self.id == recipient.id or (self.type is None and self.id in recipient.classes)
