"""The portal room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages of clients, families and agencies."""

    name = "homeward.portal"

    def ready(self) -> None:
        from homeward.portal import levels, shell, shown_again  # noqa: F401 - they register themselves
