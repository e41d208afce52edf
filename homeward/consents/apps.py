"""The consents room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Part 2 consents, disclosure decisions, the ledger."""

    name = "homeward.consents"

    def ready(self) -> None:
        from homeward.consents import relations  # noqa: F401 - registers itself
