"""The progress room."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Hours, level-of-care reviews, outreach, discharge and continuing care."""

    name = "homeward.progress"

    def ready(self) -> None:
        from homeward.progress import inviting, listeners, words  # noqa: F401 - they register themselves

        words.register()
