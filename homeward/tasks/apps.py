"""The tasks room."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Duties with an owner, a due time and a required disposition."""

    name = "homeward.tasks"
