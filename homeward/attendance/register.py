"""The line of one client in the register: its stays, its state, and what they credit."""

from datetime import datetime, timedelta
from typing import Any

from homeward.attendance.models import AttendanceMark, Punch
from homeward.attendance.queries import stays_of
from homeward.attendance.rules.blocks import Part, clinical_blocks
from homeward.attendance.rules.credit import Attendance, credit_for
from homeward.attendance.rules.lateness import state_of
from homeward.core.actors import Actor
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.periods import Period
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.timetable.models import GroupSession

State = AttendanceMark.State
MARKING = Actor.of_service("attendance")
SLIP = timedelta(minutes=1)
DERIVED = frozenset({State.PRESENT, State.LATE, State.LEFT_EARLY, State.LATE_AND_LEFT_EARLY})


def period_of(session: GroupSession) -> Period:
    """When the session runs."""
    return Period(session.starts_at, session.ends_at)


def parts_of(session: GroupSession) -> tuple[Part, ...]:
    """The named parts of the session's type."""
    return tuple(
        Part(int(block["minutes"]), bool(block.get("clinical", block.get("is_clinical", True))))
        for block in session.session_type.blocks
    )


def credit_of(mark: AttendanceMark, session: GroupSession, now: datetime) -> Decision:
    """What the stays so far credit; somebody still in the room is counted until now."""
    period = period_of(session)
    until = min(now, session.ends_at)
    stays = tuple(Period(row.in_at, max(row.in_at, row.out_at or until)) for row in stays_of(mark))
    return credit_for(
        Attendance(
            session=period,
            clinical=clinical_blocks(period, parts_of(session)),
            stays=stays,
            most_minutes=session.clinical_minutes,
        )
    )


def named_state(mark: AttendanceMark, session: GroupSession, grace: ProgramNumber) -> str:
    """The state that the stays show; an open stay is taken to last until the end."""
    stays = tuple(
        Period(row.in_at, max(row.in_at, row.out_at or session.ends_at)) for row in stays_of(mark)
    )
    if not stays or mark.state not in DERIVED:
        return str(mark.state)
    return state_of(stays, period_of(session), int(grace))


def settle(
    mark: AttendanceMark, session: GroupSession, grace: ProgramNumber, now: datetime, **values: Any
) -> None:
    """Write state, minutes and the decision anew after the stays changed."""
    mark._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    for name, value in values.items():
        setattr(mark, name, value)
    decision = credit_of(mark, session, now)
    settled = {
        "state": named_state(mark, session, grace),
        "credited_minutes": int(decision.extras["credited_minutes"]),
        "decision": decision.to_json(),
    }
    mark.change(**{**values, **settled})


def stays_in(mark: AttendanceMark) -> Any:
    """The stays of a mark its caller reached to change; they are changed with it."""
    return Punch.objects.for_actor(MARKING, Purpose.TREATMENT).filter(mark_id=mark.pk)


def open_stay(mark: AttendanceMark, at: datetime, is_telehealth: bool) -> None:
    """Begin a stay; a stay retracted by mistake goes on from its first arrival.

    Who changes from the room to the screen or back begins another stay: the modality of each
    minute is on file. A slip set right within the minute changes the stay itself.
    """
    rows = list(stays_in(mark).order_by("in_at", "pk"))
    running = next((row for row in rows if row.out_at is None), None)
    if running is not None:
        if running.is_telehealth == is_telehealth:
            return
        if at - running.in_at < SLIP:
            running.change(is_telehealth=is_telehealth)
            return
        running.change(out_at=at)
    elif rows and rows[-1].out_at == rows[-1].in_at:
        rows[-1].change(out_at=None, is_telehealth=is_telehealth)
        return
    Punch.objects.create(
        client_id=mark.client_id, site_id=mark.site_id, mark=mark, in_at=at,
        is_telehealth=is_telehealth,
    )  # fmt: skip


def was_telehealth(mark: AttendanceMark) -> bool:
    """Whether the last stay was by telehealth."""
    last = stays_in(mark).order_by("-in_at", "-pk").first()
    return last is not None and last.is_telehealth


def end_stay(mark: AttendanceMark, at: datetime) -> bool:
    """End the open stay; False when nobody is in the room."""
    row = stays_in(mark).filter(out_at=None).first()
    if row is None:
        return False
    row.change(out_at=max(at, row.in_at))
    return True


def retract_stays(mark: AttendanceMark) -> None:
    """Say that the client was not in the room after all; the first arrival stays on file."""
    for row in stays_in(mark):
        row.change(out_at=row.in_at)
