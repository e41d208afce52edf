"""The coverage room."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """Payers, benefits, authorizations."""

    name = "homeward.coverage"

    def ready(self) -> None:
        from homeward.coverage import file_section  # noqa: F401 - registers itself
