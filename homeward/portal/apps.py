"""The portal room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages of clients, families and agencies."""

    name = "homeward.portal"
