"""The attendance room."""

from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    """Who was in the room, by minutes."""

    name = "homeward.attendance"
