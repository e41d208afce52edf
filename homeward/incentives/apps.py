"""The incentives room."""

from django.apps import AppConfig


class IncentivesConfig(AppConfig):
    """What is earned by a protocol the director adopted, and a ledger that balances."""

    name = "homeward.incentives"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.incentives import (
            listeners,  # noqa: F401 - registers itself
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
