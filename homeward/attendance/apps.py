"""The attendance room."""

from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    """Who was in the room, by minutes."""

    name = "homeward.attendance"

    def ready(self) -> None:
        """Listen to the timetable, tell it who missed a topic, give words to reasons."""
        from homeward.attendance import hospital_days as hospital_days
        from homeward.attendance import keeping_safe, looking_for, offline, words
        from homeward.attendance import listeners as listeners
        from homeward.attendance import telling_payers as telling_payers
        from homeward.tasks import kinds

        words.register()
        kinds.register(keeping_safe.SAFETY)
        kinds.register(keeping_safe.NOTE)
        kinds.register(looking_for.SEARCH)
        kinds.register(offline.TO_DO)
