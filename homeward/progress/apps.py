"""The progress room."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Hours, signals, level-of-care reviews, discharge, continuing care."""

    name = "homeward.progress"
