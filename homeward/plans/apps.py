"""The plans room."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Problems, goals, objectives, interventions, reviews."""

    name = "homeward.plans"
