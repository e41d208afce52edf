"""The tasks room."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Duties with an owner, a due time and a required disposition."""

    name = "homeward.tasks"

    def ready(self) -> None:
        from homeward.core import reasons_words
        from homeward.tasks import refusal_words

        reasons_words.register(refusal_words.REFUSALS)
