"""The desk room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Staff pages composed from many rooms."""

    name = "homeward.desk"
