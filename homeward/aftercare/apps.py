"""The aftercare room."""

from django.apps import AppConfig


class AftercareConfig(AppConfig):
    """What follows a discharge: check-ups, alumni, endings, and the way back."""

    name = "homeward.aftercare"
