"""The program room."""

from django.apps import AppConfig


class ProgramConfig(AppConfig):
    """Sites, rooms, programs, phases, tracks, curricula, deadlines, rule numbers."""

    name = "homeward.program"
