"""The families room."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """What relatives have of their own, what they tell the team, nights, and family sessions."""

    name = "homeward.families"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words, register_confided
        from homeward.families import (
            duties,
            routing,  # noqa: F401 - registers what lays a word to a client
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
        register_code_words(words.CODES)
        register_confided(words.CONFIDED)
        duties.register()
