"""The safety room."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """Safety plans, the steps of a crisis, and what may be reported to whom."""

    name = "homeward.safety"
