"""The notes room."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Group and individual notes, signatures, addenda."""

    name = "homeward.notes"
