"""The staff room."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Workers, credentials, role grants, working hours, supervision."""

    name = "homeward.staff"
