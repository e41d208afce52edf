"""The incidents room."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """What went wrong, kept outside the chart, with its timers and its lessons."""

    name = "homeward.incidents"

    def ready(self) -> None:
        """Words, and what opens an incident by itself."""
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words
        from homeward.incidents import (
            listeners,  # noqa: F401 - registers itself
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
        register_code_words(words.CODES)
