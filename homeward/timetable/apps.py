"""The timetable room."""

from django.apps import AppConfig


class TimetableConfig(AppConfig):
    """Weekly need, groups, sessions, seats."""

    name = "homeward.timetable"

    def ready(self) -> None:
        """Relate leaders to their groups' clients; give words to reasons; deliver what is told."""
        from homeward.timetable import file_section as file_section
        from homeward.timetable import kept_away as kept_away
        from homeward.timetable import planning_words, words
        from homeward.timetable import relations as relations
        from homeward.timetable.publishing import cancelled as cancelled
        from homeward.timetable.publishing import substituted as substituted
        from homeward.timetable.publishing import telling as telling

        words.register()
        planning_words.register()
