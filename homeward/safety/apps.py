"""The safety room."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """Safety plans, the steps of a crisis, and what may be reported to whom."""

    name = "homeward.safety"

    def ready(self) -> None:
        """Words, and the duties of this room with what ends them."""
        from homeward.core import reasons_words
        from homeward.core.code_words import register_code_words
        from homeward.safety import (
            duties,
            file_section,  # noqa: F401 - registers itself
            words,
        )

        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
        register_code_words(words.CODES)
        duties.register()
