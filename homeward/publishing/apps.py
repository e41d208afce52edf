"""The publishing room."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The program's public words, kept with their history, and visitors' questions under review."""

    name = "homeward.publishing"
