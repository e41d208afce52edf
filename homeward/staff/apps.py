"""The staff room."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Workers, credentials, role grants, working hours, supervision."""

    name = "homeward.staff"

    def ready(self) -> None:
        from homeward.staff import file_section, resolving  # noqa: F401 - they register themselves
