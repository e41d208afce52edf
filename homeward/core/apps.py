"""The core room."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Records, scopes, actions, policies, outbox and page components."""

    name = "homeward.core"

    def ready(self) -> None:
        from homeward.core import checks  # noqa: F401 - registers the start-up checks
