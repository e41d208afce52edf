"""The conduct room."""

from django.apps import AppConfig


class ConductConfig(AppConfig):
    """The program's rules, what follows when one is broken, and who must be kept apart."""

    name = "homeward.conduct"
