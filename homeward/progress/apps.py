"""The progress room."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Hours, level-of-care reviews, outreach, discharge and continuing care."""

    name = "homeward.progress"

    def ready(self) -> None:
        from homeward.progress import listeners, words  # noqa: F401 - listeners register themselves

        words.register()
