"""The room of the day plan."""

from django.apps import AppConfig


class DayplansConfig(AppConfig):
    """The day without empty hours: what stands in it, what is empty, and what one fills it with."""

    name = "homeward.dayplans"
