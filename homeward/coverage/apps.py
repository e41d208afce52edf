"""The coverage room."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """Payers, benefits, authorizations."""

    name = "homeward.coverage"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.coverage import (
            file_section,  # noqa: F401 - registers itself
            refusal_words,
            reminding,  # noqa: F401 - registers its duty
            words,
        )

        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(words.REASONS)
        reasons_words.register(words.AUTHORIZED)
