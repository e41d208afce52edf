"""The consents room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Part 2 consents, disclosure decisions, the ledger."""

    name = "homeward.consents"
