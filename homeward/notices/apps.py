"""The notices room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages that leave, each decided again at the instant of sending."""

    name = "homeward.notices"

    def ready(self) -> None:
        from homeward.core import code_words, reasons_words
        from homeward.notices import (
            delivering,  # noqa: F401 - registers what carries a notice
            refusal_words,
        )

        reasons_words.register(refusal_words.REFUSALS)
        code_words.register_code_words(refusal_words.HEARD)
