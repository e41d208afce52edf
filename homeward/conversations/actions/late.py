"""Running late: the client says so in one tap; the register is not touched by it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.conversations.models import RunningLate
from homeward.conversations.queries import every
from homeward.conversations.refusals import LateUnclear
from homeward.conversations.rules.late import refused
from homeward.conversations.words import LATE_MINUTES
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import Seat


@action
def say_late(*, actor: Actor, seat_id: UUID, minutes: int, why: str, now: datetime) -> RunningLate:
    """Tell the desk and who leads that the client comes late to this session of today.

    Said twice, the first word stands. Raises LateUnclear; Seat.DoesNotExist for another's seat.
    """
    if actor.kind != CLIENT:
        raise NotAllowed
    rows = Seat.objects.for_actor(actor, Purpose.CLIENT_REQUEST).select_related("session__site")
    seat: Seat = rows.get(pk=seat_id, client_id=actor.client_id)
    session = seat.session
    zone = session.site.time_zone
    wrong = {
        "late_minutes": minutes not in LATE_MINUTES,
        "late_why": why not in ("", *RunningLate.Why.values),
        refused(
            starts_at=session.starts_at, ends_at=session.ends_at, now=now,
            is_today=local_day(session.starts_at, zone) == local_day(now, zone),
            is_held=seat.released_at is None and session.cancelled_at is None,
        ): True,
    }  # fmt: skip
    if codes := [code for code, is_wrong in wrong.items() if code and is_wrong]:
        raise LateUnclear(*codes)
    row, made = every(RunningLate).get_or_create(
        seat_id=seat.pk, taken_back_at=None,
        defaults={
            "client_id": seat.client_id, "site_id": seat.site_id, "minutes": minutes, "why": why,
            "at": now,
        },
    )  # fmt: skip
    if made:
        audit.record("conversations.late.said", actor=actor, subject=row, at=now, reason=why)
    return row  # type: ignore[no-any-return]


@action
def take_back_late(*, actor: Actor, late_id: UUID, now: datetime) -> RunningLate:
    """The client comes in time after all; taken back twice, nothing more happens."""
    rows: Any = RunningLate.objects.for_actor(actor, Purpose.CLIENT_REQUEST, to=Access.WRITE)
    row: RunningLate = rows.select_for_update(of=("self",)).get(
        pk=late_id, client_id=actor.client_id
    )
    if row.taken_back_at is None:
        row.change(taken_back_at=now)
        audit.record("conversations.late.taken_back", actor=actor, subject=row, at=now)
    return row
