"""The admissions room."""

from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    """Inquiries, screening, packets, the episode of care."""

    name = "homeward.admissions"

    def ready(self) -> None:
        from homeward.admissions import (
            consent_events,
            duties,
            listeners,  # noqa: F401 - registers itself
            relations,  # noqa: F401 - registers itself
            words,
        )
        from homeward.core import reasons_words

        consent_events.register()
        duties.register()
        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
