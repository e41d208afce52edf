"""The retention room."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """Signs that somebody may be leaving, and the steps that reach out."""

    name = "homeward.retention"
