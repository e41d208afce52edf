"""The curriculum room."""

from django.apps import AppConfig


class CurriculumConfig(AppConfig):
    """Handouts, run sheets, what was handed out, and what each client has heard."""

    name = "homeward.curriculum"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.curriculum import (
            file_section,  # noqa: F401 - registers itself
            words,
        )

        reasons_words.register(words.REFUSALS)
