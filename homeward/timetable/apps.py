"""The timetable room."""

from django.apps import AppConfig


class TimetableConfig(AppConfig):
    """Weekly need, groups, sessions, seats."""

    name = "homeward.timetable"
