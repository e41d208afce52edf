"""Lines of the register with the minutes they credit."""

from datetime import datetime
from typing import Any

from homeward.attendance.models import AttendanceMark, Punch
from homeward.attendance.register import DERIVED
from homeward.attendance.rules.blocks import clinical_blocks
from homeward.attendance.rules.credit import Attendance, credit_for
from homeward.attendance.rules.lateness import state_of
from homeward.demo.rows.book import utc
from homeward.demo.rows.cards import open_after_missed
from homeward.demo.rows.life import Life
from homeward.demo.rows.seating import is_free, seat
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.kernel.periods import Period
from homeward.notes.rules.times import Stay

State = AttendanceMark.State


@tells(events.Attended)
def attended(told: Teller, event: events.Attended) -> None:
    """One client's line for one session."""
    life = told.life(event)
    _mark(told, life, event.session, event.state, event.punches, event.excuse, event)
    if event.state == State.NO_SHOW and event.session in life.marks:
        open_after_missed(told, life, event.session)


@tells(events.FamilySessionHeld)
def family_session_held(told: Teller, event: events.FamilySessionHeld) -> None:
    """A family session is marked like any other."""
    _mark(told, told.life(event), event.session, "present", event.punches, "", event)


def _mark(
    told: Teller,
    life: Life,
    key: str,
    state: str,
    punches: tuple[events.Interval, ...],
    excuse: str,
    event: events.Event,
) -> None:
    session = told.sessions.get(key)
    if session is None or session.cancelled_at or life.episode is None or key in life.marks:
        return
    held = life.seats.get(key)
    if held is None or held.released_at is not None:
        held = seat(told, life, key, "makeup") if is_free(life, session) else None
    if held is None:
        return
    stays = tuple((utc(came), utc(went)) for came, went in punches)
    at = utc(event.at)
    periods = tuple(Period(came, max(came, went)) for came, went in stays)
    mark = told.book.add(
        AttendanceMark,
        f"{life.key}|{key}",
        client=life.client,
        site_id=held.site_id,
        seat=held,
        session=session,
        episode=life.episode,
        on=session.on,
        state=_state(told, state, periods, session),
        reason=excuse,
        marked_at=at,
        marked_by_id=told.setting.worker_id(event.by),
    )
    decision = credit(told, session, periods)
    mark.credited_minutes = int(decision.extras["credited_minutes"])
    mark.decision = decision.to_json()
    for number, (came, went) in enumerate(stays):
        told.book.add(
            Punch,
            f"{life.key}|{key}|{number}",
            client=life.client,
            site_id=held.site_id,
            mark=mark,
            in_at=came,
            out_at=went,
            is_telehealth=state == State.VIRTUAL_PRESENT,
        )
    life.marks[key] = mark
    is_far = state == State.VIRTUAL_PRESENT
    life.stays[key] = tuple(Stay(came, went, is_far) for came, went in stays)
    life.register.append((session.starts_at, mark, session))


def credit(told: Teller, session: Any, stays: tuple[Period, ...]) -> Any:
    """The decision about minutes, by the real rule."""
    period = Period(session.starts_at, session.ends_at)
    return credit_for(
        Attendance(
            session=period,
            clinical=clinical_blocks(period, told.setting.parts[session.session_type_id]),
            stays=stays,
            most_minutes=session.clinical_minutes,
        )
    )


def _state(told: Teller, state: str, stays: tuple[Period, ...], session: Any) -> str:
    if not stays or state not in DERIVED:
        return state
    grace = int(told.setting.numbers(session.on)["late_grace_minutes"])
    return state_of(stays, Period(session.starts_at, session.ends_at), grace)


def came_to(life: Life, key: str, before: datetime) -> bool:
    """Whether the person was in that session, as marked before an instant."""
    mark = life.marks.get(key)
    return mark is not None and mark.credited_minutes > 0 and mark.marked_at < before
