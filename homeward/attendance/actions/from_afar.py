"""A client joins a session from afar, by themselves, and goes again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.attendance.actions.mark_attendance import (
    BACK,
    DROPPED,
    LateNeedsApproval,
    NotInTheRoom,
    RegisterIsClosed,
    mark_attendance,
)
from homeward.attendance.afar import is_cleared
from homeward.attendance.door import DOOR
from homeward.attendance.models import Arrival, AttendanceMark, Punch
from homeward.attendance.queries import CAME
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.joining import link_for_seat
from homeward.timetable.models import Seat
from homeward.timetable.seating import every

State = AttendanceMark.State


class NotOpenToJoin(Refusal):
    """The session cannot be joined from afar now."""


class PlaceNotSaid(Refusal):
    """Where the client is was not said for this session, or the way in is closed from there."""


@action
def join_from_afar(*, actor: Actor, seat_id: UUID, now: datetime) -> AttendanceMark | None:
    """Count the client in by telehealth from now on; joined already, nothing changes.

    None where a person has to say so first (too late, or kept out for safety): staff are told that
    somebody waits. Where the client is was said before (`say_where`). Raises NotOpenToJoin,
    PlaceNotSaid; Seat.DoesNotExist for anybody but the seat's own client.
    """
    seat = own_seat(actor, seat_id)
    if not link_for_seat(seat, now):
        raise NotOpenToJoin
    stands = every(AttendanceMark).filter(seat=seat).first()
    if stands is not None and _stays(stands).exists():
        return stands
    if not is_cleared(actor, seat):
        raise PlaceNotSaid
    is_kept_out = stands is not None and stands.state == State.REMOVED
    came = stands is not None and stands.state in CAME
    if not is_kept_out:
        try:
            with audit.unit():
                mark = mark_attendance(
                    actor=DOOR, seat_id=seat.pk, state=BACK if came else State.VIRTUAL_PRESENT,
                    is_telehealth=True, source=AttendanceMark.Source.PHONE, now=now,
                    approved=came,  # who was let in before and comes back is not late
                )  # fmt: skip
                _waits_no_longer(seat, now)
                return mark
        except LateNeedsApproval as late:
            tell_staff(seat, now, late.decision.to_json())
            return None
    tell_staff(seat, now, None)
    return None


@action
def leave_from_afar(
    *, actor: Actor, seat_id: UUID, now: datetime, is_lost: bool = False
) -> AttendanceMark | None:
    """Count no longer: the client went, or their connection did (`is_lost`).

    Who goes while the session runs is looked for, as when somebody leaves the room. None where
    they were not in, or the register is closed. Seat.DoesNotExist for anybody else.
    """
    seat = own_seat(actor, seat_id)
    stands = every(AttendanceMark).filter(seat=seat).first()
    if stands is None or not is_joined(stands):
        return None
    try:
        return mark_attendance(
            actor=DOOR, seat_id=seat.pk, state=DROPPED if is_lost else State.LEFT_EARLY,
            source=AttendanceMark.Source.PHONE, now=now,
        )  # fmt: skip
    except (NotInTheRoom, RegisterIsClosed):
        return None


def is_joined(mark: AttendanceMark) -> bool:
    """Whether a stay by telehealth is open."""
    return bool(_stays(mark).filter(is_telehealth=True).exists())


def joined_at(seat: Seat) -> datetime | None:
    """Since when the client of a seat is in by telehealth; None where they are not."""
    stays = every(Punch).filter(mark__seat=seat, is_telehealth=True, out_at=None)
    stay = stays.order_by("-in_at").first()
    return stay.in_at if stay else None


def _stays(mark: AttendanceMark) -> Any:
    return every(Punch).filter(mark=mark, out_at=None)


def own_seat(actor: Actor, seat_id: UUID) -> Seat:
    """The client's own seat with its session; Seat.DoesNotExist for anybody else."""
    rows = Seat.objects.for_actor(actor, Purpose.CLIENT_REQUEST).select_related(
        "session__site", "session__session_type"
    )
    found: Seat = rows.get(pk=seat_id, client_id=actor.client_id)
    return found


def _waits_no_longer(seat: Seat, now: datetime) -> None:
    """Who is in is not waited for at the door any more."""
    rows = every(Arrival).filter(seat=seat, by=Arrival.By.PHONE, seen_at=None)
    for row in rows.filter(outcome=Arrival.Outcome.ASK_COUNSELOR):
        row.change(seen_at=now)


def tell_staff(seat: Seat, now: datetime, decision: object) -> None:
    """Somebody waits to join, once: the arrivals page and the room show it."""
    waiting = every(Arrival).filter(seat=seat, outcome=Arrival.Outcome.ASK_COUNSELOR, seen_at=None)
    if waiting.exists():
        return
    arrival = Arrival.objects.create(
        client_id=seat.client_id, site_id=seat.site_id, seat=seat, at=now, by=Arrival.By.PHONE,
        outcome=Arrival.Outcome.ASK_COUNSELOR, decision=decision,
    )  # fmt: skip
    audit.record("attendance.arrival.ask_counselor", actor=DOOR, subject=arrival, at=now)
