"""The kiosk."""

from django.apps import AppConfig


class KioskConfig(AppConfig):
    """A door of the house."""

    name = "homeward.kiosk"
