"""The coverage room."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """Payers, benefits, authorizations."""

    name = "homeward.coverage"
