"""Keying what was written on paper while the house was dark."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.attendance.actions import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.downtime.models import PaperEntry
from homeward.downtime.rules.keying import Keyed, problems_of
from homeward.downtime.words import PAPER_DUTY
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.staff.models import Worker
from homeward.tasks.opening import open_duty
from homeward.timetable.models import Seat

LOOK_WITHIN = timedelta(days=1)


class PaperRefused(Refusal):
    """The codes of what is wrong with what was keyed."""


@action
def key_paper_entry(
    *,
    actor: Actor,
    session_id: UUID,
    client_id: UUID,
    author_id: UUID,
    written_at: datetime,
    now: datetime,
    words: str = "",
    came_at: datetime | None = None,
    left_at: datetime | None = None,
) -> PaperEntry | None:
    """Key one line of the sign-in sheet, or a sheet of words, or both, with true times and author.

    Times go into the register by the ordinary action, so the minutes are what they were. Words wait
    for their author, who is told by a duty unless they key them themselves. Returns the entry, or
    None where there were only times. Raises PaperRefused and what `mark_attendance` raises;
    Seat.DoesNotExist out of scope.
    """
    seat = (
        Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_related("session", "client")
        .get(session_id=session_id, client_id=client_id, released_at=None)
    )
    author = Worker.objects.get(pk=author_id)
    problems = problems_of(
        Keyed(
            starts_at=seat.session.starts_at, written_at=written_at, now=now, words=words,
            came_at=came_at, left_at=left_at, is_author_of_site=author.site_id == seat.site_id,
        )
    )  # fmt: skip
    if problems:
        raise PaperRefused(*problems)
    if words.strip() and not may(actor.roles, RecordClass.NOTES, Access.WRITE):
        raise NotAllowed
    if came_at is not None:
        mark = mark_attendance(
            actor=actor, seat_id=seat.pk, state=AttendanceMark.State.PRESENT, now=now, at=came_at,
            punches=[(came_at, left_at or min(seat.session.ends_at, now))],
        )  # fmt: skip
        audit.record(
            "downtime.attendance.keyed", actor=actor, subject=mark, at=now,
            reason=f"written {written_at.isoformat(timespec='minutes')}",
        )  # fmt: skip
    if not words.strip():
        return None
    entry: PaperEntry = PaperEntry.objects.create(
        client_id=seat.client_id,
        site_id=seat.site_id,
        session_id=seat.session_id,
        author=author,
        written_at=written_at,
        words=words.strip(),
        keyed_at=now,
        keyed_by_id=actor.worker_id,
    )
    audit.record("downtime.entry.keyed", actor=actor, subject=entry, at=now)
    if author.pk != actor.worker_id:
        open_duty(
            actor=actor, client=seat.client, kind=PAPER_DUTY.code, urgency="same_day",
            owner_id=author.pk, due_at=now + LOOK_WITHIN, origin=f"paper:{entry.pk}", detail={},
            now=now,
        )  # fmt: skip
    return entry
