"""The admissions room."""

from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    """Inquiries, screening, packets, the episode of care."""

    name = "homeward.admissions"
