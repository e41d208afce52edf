"""The families room."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    """What relatives have of their own, what they tell the team, and what a client allows them to see."""

    name = "homeward.families"
