"""The people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Clients, family and other supports, treatment teams, contact restrictions."""

    name = "homeward.people"

    def ready(self) -> None:
        from homeward.people import relations, resolving  # noqa: F401 - registers themselves
