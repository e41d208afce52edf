"""A stay in hospital excuses the sessions of its days, whenever it was written down.

Medical is an accepted reason (attendance states), and nobody in hospital tells two hours before.
Absences marked before somebody knew are excused when the stay is recorded, those marked meanwhile
and afterwards when they are marked; a stay recorded in error takes its excuses back. Minutes are
not touched: nobody was there.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.people.facts import ContactResumed, ContactStopped
from homeward.people.holding import hold
from homeward.people.models import Stop

EXCUSING = Actor.of_service("attendance.hospital_days")
# The reason on the mark; nobody chooses it, it comes from the stay.
IN_HOSPITAL = "in_hospital"
State = AttendanceMark.State


def excused_by_stay(client_id: UUID, on: date, state: str, reason: str) -> tuple[str, str]:
    """The state and reason of a mark: an absence on a day in hospital is an excused one.

    The client is held, as whoever writes a stay down holds them: of an absence and a stay in the
    same instant the later one sees the other, so none stays unexcused.
    """
    if state != State.NO_SHOW:
        return state, reason
    hold([client_id])
    return (State.EXCUSED, IN_HOSPITAL) if _was_in_hospital(client_id, on) else (state, reason)


@listens_to(ContactStopped)
def excuse_since_then(fact: ContactStopped) -> None:
    """The absences since the first day, marked before anybody knew."""
    if fact.kind == Stop.Kind.HOSPITAL:
        rows = _marks(fact.client_id).filter(on__gte=fact.since_on, state=State.NO_SHOW)
        _write(rows, State.EXCUSED, IN_HOSPITAL, fact.actor, fact.at)


@listens_to(ContactResumed)
def take_excuses_back(fact: ContactResumed) -> None:
    """It was never so: what only this stay excused is an absence again."""
    if fact.kind != Stop.Kind.HOSPITAL or fact.ending != Stop.Ending.IN_ERROR:
        return
    stop = Stop.objects.for_actor(EXCUSING, Purpose.OPERATIONS).get(pk=fact.stop_id)
    rows = _marks(fact.client_id).filter(
        on__gte=stop.since_on, state=State.EXCUSED, reason=IN_HOSPITAL
    )
    wrong = [row for row in rows if not _was_in_hospital(fact.client_id, row.on)]
    _write(wrong, State.NO_SHOW, "", fact.actor, fact.at)


def _was_in_hospital(client_id: UUID, on: date) -> bool:
    """Whether a stay that was really so holds the day; the day it was over is one of it."""
    rows = Stop.objects.for_actor(EXCUSING, Purpose.OPERATIONS).filter(
        client_id=client_id, kind=Stop.Kind.HOSPITAL, since_on__lte=on
    )
    return any(
        stop.ended_at is None or on <= local_day(stop.ended_at, stop.site.time_zone)
        for stop in rows.exclude(ending=Stop.Ending.IN_ERROR).select_related("site")
    )


def _marks(client_id: UUID) -> Any:
    # Those of the episode that runs: what was signed and told of an ended one stays as it was.
    rows = AttendanceMark.objects.for_actor(EXCUSING, Purpose.OPERATIONS)
    return (
        rows.filter(client_id=client_id, episode__ended_at=None)
        .select_for_update(of=("self",))
        .order_by("on", "pk")
    )


def _write(rows: Any, state: str, reason: str, actor: Actor, at: datetime) -> None:
    for mark in rows:
        mark.change(state=state, reason=reason)
        audit.record(
            f"attendance.mark.{state}", actor=actor, subject=mark, at=at, reason=IN_HOSPITAL
        )
