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
            queries,
            relations,  # noqa: F401 - registers itself
            words,
        )
        from homeward.core import reasons_words
        from homeward.packets import capacity

        capacity.register(lambda client, now: queries.capacity_at(client, now).may_sign)
        consent_events.register()
        duties.register()
        reasons_words.register(words.REASONS)
        reasons_words.register(words.REFUSALS)
