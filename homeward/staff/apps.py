"""The staff room."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Workers, credentials, role grants, working hours, supervision."""

    name = "homeward.staff"

    def ready(self) -> None:
        from homeward.staff import (  # noqa: F401 - they register themselves
            file_section,
            first_administrator,
            resolving,
        )
