"""The assessments room."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """The biopsychosocial assessment: questions asked once, answers with their origin."""

    name = "homeward.assessments"

    def ready(self) -> None:
        from homeward.assessments import refusal_words
        from homeward.core import reasons_words

        reasons_words.register(refusal_words.REFUSALS)
        reasons_words.register(refusal_words.REASONS)
