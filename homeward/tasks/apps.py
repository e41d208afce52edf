"""The tasks room."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Duties with an owner, a due time and a required disposition."""

    name = "homeward.tasks"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.tasks import (
            agency_asked,  # noqa: F401 - registers itself
            broken_glass,  # noqa: F401 - registers itself
            emergency_told,  # noqa: F401 - registers itself
            exchange_overdue,  # noqa: F401 - registers itself
            refusal_words,
        )

        reasons_words.register(refusal_words.REFUSALS)
