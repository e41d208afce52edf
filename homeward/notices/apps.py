"""The notices room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Messages that leave, each decided again at the instant of sending."""

    name = "homeward.notices"
