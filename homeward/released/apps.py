"""The room of released items."""

from django.apps import AppConfig


class ReleasedConfig(AppConfig):
    """What may be shown to family and agencies, row by row, and what takes it away."""

    name = "homeward.released"

    def ready(self) -> None:
        from homeward.released import listeners  # noqa: F401 - registers itself
