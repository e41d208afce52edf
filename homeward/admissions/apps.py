"""The admissions room."""

from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    """Inquiries, screening, packets, the episode of care."""

    name = "homeward.admissions"

    def ready(self) -> None:
        from homeward.admissions import consent_events
        from homeward.admissions import relations  # noqa: F401 - registers itself

        consent_events.register()
