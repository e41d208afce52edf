"""The notes room."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Group and individual notes, signatures, addenda."""

    name = "homeward.notes"

    def ready(self) -> None:
        """Give words to the reasons before signing."""
        from homeward.notes import words

        words.register()
