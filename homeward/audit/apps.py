"""The audit room."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Registers the append-only tables."""

    name = "homeward.audit"
    default_auto_field = "django.db.models.BigAutoField"
