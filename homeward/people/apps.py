"""The people room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Clients, family and other supports, treatment teams, contact restrictions."""

    name = "homeward.people"
