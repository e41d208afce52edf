"""The retention room."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """Signs that somebody may be leaving, and the steps that reach out."""

    name = "homeward.retention"

    def ready(self) -> None:
        from homeward.retention import (
            dangers,  # noqa: F401 - registers itself
            deciding,
            listeners,  # noqa: F401 - registers itself
            words,
        )

        words.register()
        deciding.register()
