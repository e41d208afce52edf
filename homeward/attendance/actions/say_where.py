"""Before a session from afar: the client says where they are, whom to call near, and who hears."""

import re
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.actions.from_afar import NotOpenToJoin, own_seat, tell_staff
from homeward.attendance.afar import decided, kept_of
from homeward.attendance.models import RemotePlace
from homeward.attendance.rules.from_afar import OPEN
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.program.file.places import STATES
from homeward.timetable.joining import link_for_seat

ELSEWHERE = "--"
LONGEST = 200
FEWEST_DIGITS = 7


class WhereUnclear(Refusal):
    """Something of it is missing; its codes name what."""


@action
def say_where(
    *,
    actor: Actor,
    seat_id: UUID,
    who_is_there: str,
    now: datetime,
    place: str = "",
    state: str = "",
    near_name: str = "",
    near_phone: str = "",
    as_before: bool = False,
    is_kept: bool = False,
) -> RemotePlace:
    """Keep it for this session, and tell who leads where the way in stays closed.

    `as_before` takes place and person of the last time, where the client had them kept. Raises
    WhereUnclear, NotOpenToJoin; Seat.DoesNotExist for anybody but the seat's own client.
    """
    if actor.kind != CLIENT:
        raise NotAllowed
    seat = own_seat(actor, seat_id)
    if not link_for_seat(seat, now):
        raise NotOpenToJoin
    last = kept_of(actor) if as_before else None
    if last is not None:
        place, state = last.place, last.state
        near_name, near_phone, is_kept = last.near_name, last.near_phone, True
    told = {
        "place": _line(place), "state": state.strip(), "near_name": _line(near_name),
        "near_phone": _line(near_phone), "who_is_there": who_is_there,
    }  # fmt: skip
    if wrong := _wrong(told):
        raise WhereUnclear(*wrong)
    decision = decided(seat, told["state"], who_is_there)
    row = RemotePlace.objects.create(
        client_id=seat.client_id, site_id=seat.site_id, seat=seat, **told, is_kept=is_kept,
        outcome=decision.outcome, decision=decision.to_json(), said_at=now,
    )  # fmt: skip
    audit.record(
        "attendance.remote_place.said", actor=actor, subject=row, at=now, reason=decision.outcome
    )
    if decision.outcome != OPEN:
        tell_staff(seat, now, None)  # why, is read by those who talk with the client alone
    return row


def _wrong(told: dict[str, str]) -> list[str]:
    digits = len(re.findall(r"\d", told["near_phone"]))
    is_wrong = {
        "where_place": not told["place"] or len(told["place"]) > LONGEST,
        "where_state": told["state"] not in STATES and told["state"] != ELSEWHERE,
        "where_near": not told["near_name"] or len(told["near_name"]) > LONGEST,
        "where_near_phone": digits < FEWEST_DIGITS or len(told["near_phone"]) > LONGEST,
        "where_there": told["who_is_there"] not in RemotePlace.There.values,
    }
    return [code for code, wrong in is_wrong.items() if wrong]


def _line(typed: str) -> str:
    return " ".join(typed.split())
