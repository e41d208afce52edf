"""The consents room."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Part 2 consents, disclosure decisions, the ledger."""

    name = "homeward.consents"

    def ready(self) -> None:
        from homeward.consents import (
            closed_cases,
            file_section,  # noqa: F401 - registers itself
            refusal_words,
            relations,  # noqa: F401 - registers itself
            words,
        )
        from homeward.core import reasons_words

        closed_cases.register()
        reasons_words.register(words.WORDS)
        reasons_words.register(refusal_words.REFUSALS)
