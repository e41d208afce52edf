"""The conversations room."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Messages with honest hours, files beside them, and the word that somebody comes late."""

    name = "homeward.conversations"

    def ready(self) -> None:
        from homeward.conversations import (
            duties,
            telling,  # noqa: F401 - registers what is asked again before a notice goes
            words,
        )
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words, register_confided

        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
        register_code_words({**words.CODES, **words.OUTSIDE_CODES})
        register_confided(words.CONFIDED)
        duties.register()
