"""The coverage room."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """Payers, benefits, authorizations."""

    name = "homeward.coverage"

    def ready(self) -> None:
        from homeward.coverage import file_section  # noqa: F401 - registers itself
        from homeward.coverage import refusal_words
        from homeward.core import reasons_words

        reasons_words.register(refusal_words.REFUSALS)
