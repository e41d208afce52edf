"""The incidents room."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    """What went wrong, kept outside the chart, with its timers and its lessons."""

    name = "homeward.incidents"
