"""What the make-up rule asks: the missed seat, and the sessions of its week."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.attendance.rules.makeup import OFFER, Missed, Offered, make_up_of
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.queries import session_rows
from homeward.timetable.seating import every, kept_apart_from, not_led_by, week_of

MARKS = Actor.of_service("attendance.making_up")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class MakeUp:
    """One session of the week and what the rule says of it."""

    session: GroupSession
    decision: Decision

    @property
    def fits(self) -> bool:
        return self.decision.outcome == OFFER


def make_ups_for(seat: Seat, episode: Episode, now: datetime) -> list[MakeUp]:
    """The groups of the missed seat's week that are still to come, those that fit first."""
    first = week_of(seat.session.on)
    rows = session_rows().prefetch_related("group__phases")
    sessions = list(
        rows.filter(
            program_id=episode.program_id,
            on__gte=first,
            on__lt=first + WEEK,
            starts_at__gt=now,
            cancelled_at=None,
            closed_at=None,
            group__isnull=False,
        )
    )
    found = _decided(seat, episode, sessions, now)
    return sorted(found, key=lambda each: not each.fits)


def decide_make_up(
    seat: Seat, episode: Episode, session: GroupSession, taken: int, now: datetime
) -> Decision:
    """The rule's answer for one session, whose seats the caller counted."""
    session.seats_taken = taken
    return _decided(seat, episode, [session], now)[0].decision


def _decided(
    seat: Seat, episode: Episode, sessions: list[GroupSession], now: datetime
) -> list[MakeUp]:
    missed = _missed(seat)
    seats = every(Seat).filter(released_at=None)
    own = list(
        seats.filter(
            client_id=episode.client_id, starts_at__gte=now - WEEK, starts_at__lt=now + 2 * WEEK
        ).select_related("session")
    )
    apart = kept_apart_from(episode.client_id, seat.session.on)
    closed: set[UUID] = set()
    if apart:
        with_them = seats.filter(session__in=sessions, client_id__in=apart)
        closed = set(with_them.values_list("session_id", flat=True))
    if barred := not_led_by(episode.client_id, seat.session.on):
        led = SessionLeader.objects.filter(
            session__in=sessions, worker_id__in=barred, is_released=False
        )
        closed |= set(led.values_list("session_id", flat=True))
    return [
        MakeUp(session, make_up_of(missed, _offered(session, episode, own, closed), now))
        for session in sessions
    ]


def _missed(seat: Seat) -> Missed:
    marks = AttendanceMark.objects.for_actor(MARKS, Purpose.OPERATIONS)
    mark = marks.filter(seat_id=seat.pk).first()
    made_up = every(Seat).filter(makes_up_id=seat.pk, released_at=None)
    return Missed(
        week_starts_on=week_of(seat.session.on),
        state=mark.state if mark else "",
        is_made_up=made_up.exists(),
    )


def _offered(session: GroupSession, episode: Episode, own: list[Any], closed: set[UUID]) -> Offered:
    phases = {phase.pk for phase in session.group.phases.all()} if session.group else set()
    return Offered(
        on=session.on,
        starts_at=session.starts_at,
        is_same_site=session.site_id == episode.site_id,
        is_for_phase=not phases or episode.phase_id in phases,
        clinical_minutes=session.clinical_minutes,
        capacity=session.capacity,
        taken=session.seats_taken,
        clashes=tuple(
            held.session.name
            for held in own
            if held.session_id != session.pk
            and held.starts_at < session.ends_at
            and held.ends_at > session.starts_at
        ),
        is_seated=any(held.session_id == session.pk for held in own),
        is_kept_apart=session.pk in closed,
    )
