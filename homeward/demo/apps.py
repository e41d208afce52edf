"""The demo room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A believable program, simulated; never in production."""

    name = "homeward.demo"
