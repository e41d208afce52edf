"""A sign-in sheet kept on paper, entered afterwards: true times, true author."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.actions.mark_attendance import EARLIEST, mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.staff.models import Worker
from homeward.timetable.models import Seat
from homeward.timetable.permissions import session_at_own_site

State = AttendanceMark.State


class SheetRefused(Refusal):
    """One line cannot be: whose seat, and the code that says why."""

    def __init__(self, seat_id: UUID, code: str) -> None:
        self.seat_id = seat_id
        super().__init__(code)


class NobodyKeptIt(Refusal):
    """The sheet names somebody who does not work here."""


class EmptySheet(Refusal):
    """No line says anything."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One client's line: when in and out, or that nobody came."""

    seat_id: UUID
    stays: tuple[tuple[datetime, datetime | None], ...] = ()
    is_absent: bool = False
    is_telehealth: bool = False


@action
def enter_sheet(
    *, actor: Actor, session_id: UUID, kept_by_id: UUID, lines: Sequence[SheetLine], now: datetime
) -> list[AttendanceMark]:
    """Enter a whole sheet or nothing: its times as written, in the name of who kept it.

    Raises EmptySheet, NobodyKeptIt, SheetRefused; GroupSession.DoesNotExist out of reach.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if not Worker.objects.filter(pk=kept_by_id).exists():
        raise NobodyKeptIt
    if not lines:
        raise EmptySheet
    marks = []
    for line in lines:
        times = [time for stay in line.stays for time in stay if time is not None]
        if any(time > now or time < session.starts_at - EARLIEST for time in times):
            raise SheetRefused(line.seat_id, "not_at_that_time")
        state: str = State.VIRTUAL_PRESENT if line.is_telehealth else State.PRESENT
        try:
            mark = mark_attendance(
                actor=actor,
                seat_id=line.seat_id,
                state=State.NO_SHOW if line.is_absent else state,
                punches=None if line.is_absent else line.stays,
                is_telehealth=line.is_telehealth,
                approved=True,
                source=AttendanceMark.Source.SHEET,
                marked_at=max(times, default=min(now, session.ends_at)),
                author_id=kept_by_id,
                now=now,
            )
        except Refusal as refusal:
            raise SheetRefused(line.seat_id, refusal.codes[0]) from refusal
        if mark.session_id != session.pk:
            raise Seat.DoesNotExist
        marks.append(mark)
    audit.record("attendance.sheet.entered", actor=actor, subject=session, at=now)
    return marks
