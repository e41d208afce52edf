"""A note ready to sign, for tests."""

from typing import Any

from homeward.attendance.actions import close_register, mark_attendance
from homeward.notes import actions
from homeward.notes.models import ClientNote
from homeward.timetable.tests.planned import ELEVEN, HALF_PAST_NINE

BODY = "Named two triggers from the weekend and a plan for the next payday."


def draft(room: Any, by: Any = None, **more: Any) -> ClientNote:
    """Dana's draft about Jo."""
    written = {
        "participation": ["shared"], "response": ["engaged"], "body": BODY, "now": ELEVEN,
        **more,
    }  # fmt: skip
    return actions.save_note_draft(
        actor=(by or room.dana).actor, session_id=room.session.pk, client_id=room.jo.pk, **written
    )


def ready(room: Any) -> ClientNote:
    """Jo was there, the register is closed, both parts are written."""
    mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state="present", now=HALF_PAST_NINE
    )
    close_register(actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN)
    actions.save_shared_part(
        actor=room.dana.actor, session_id=room.session.pk, now=ELEVEN,
        body="Check-in, then an exercise about triggers.",
    )  # fmt: skip
    return draft(room)


def sign(room: Any, note: ClientNote, by: Any = None, **more: Any) -> ClientNote:
    """Signed a moment after the password was entered."""
    written = {"authenticated_at": ELEVEN, "now": ELEVEN, **more}
    return actions.sign_note(actor=(by or room.dana).actor, note_id=note.pk, **written)
