"""The assessments room."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The biopsychosocial assessment: questions asked once, answers with their origin."""

    name = "homeward.assessments"
