"""The instruments room."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """Questionnaires, their scoring, and check-ins."""

    name = "homeward.instruments"
