"""The notes room."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Group and individual notes, signatures, addenda."""

    name = "homeward.notes"

    def ready(self) -> None:
        """Words, duties with their proofs, and which notes have no paper any more."""
        from homeward.documents import withdrawn
        from homeward.notes import duty_kinds, keeping_watch, words
        from homeward.notes.asides import holding_what_left, not_standing
        from homeward.tasks import kinds, proofs

        words.register()
        for kind in duty_kinds.KINDS:
            kinds.register(kind)
            proofs.register(kind.code, duty_kinds.WRITTEN, keeping_watch.is_written)
        withdrawn.register("note", not_standing)
        withdrawn.register_holding("case_file", holding_what_left)
