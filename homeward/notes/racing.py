"""Many signatures at the same instant: exactly one counts."""

from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor
from homeward.notes.actions.sign_note import sign_note
from homeward.timetable.racing import Race, race


def race_to_sign(*, actor: Actor, note_id: UUID, now: datetime, threads: int = 50) -> Race:
    """The author signs one note from many windows at once."""
    return race(
        [
            lambda: sign_note(actor=actor, note_id=note_id, authenticated_at=now, now=now)
            for _ in range(threads)
        ]
    )
