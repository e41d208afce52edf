"""One client's line in the register."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.attendance.facts import ClientArrived, SeatMarked
from homeward.attendance.hospital_days import excused_by_stay
from homeward.attendance.keeping_safe import MINUTES, REASON, open_duties
from homeward.attendance.models import AttendanceMark, Punch
from homeward.attendance.register import (
    end_stay,
    open_stay,
    period_of,
    retract_stays,
    settle,
    stays_in,
    was_telehealth,
)
from homeward.attendance.rules.excuse import EXCUSED, excuse_for
from homeward.attendance.rules.lateness import ADMIT, NOT_TO_GROUP, Arrival, admission_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.roles import Role
from homeward.people.holding import hold_client_of
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import leads

State = AttendanceMark.State
COMING = frozenset({State.PRESENT, State.LATE, State.VIRTUAL_PRESENT, State.MAKEUP})
AWAY = frozenset({State.NO_SHOW, State.EXCUSED, State.CANCELLED_CLIENT})
BACK, DROPPED = "back", "dropped"  # dropped: the connection of somebody by telehealth was lost
LEAVING = frozenset({State.LEFT_EARLY, State.LATE_AND_LEFT_EARLY, State.REMOVED, DROPPED})
EARLIEST = timedelta(hours=4)
Stay = tuple[datetime, datetime | None]


class RegisterIsClosed(Refusal):
    """Minutes are final; what is wrong is written as an addendum."""


class SessionIsCancelled(Refusal):
    """The session does not take place."""


class SeatIsReleased(Refusal):
    """The client gave this seat back."""


class NotAtThatTime(Refusal):
    """Nobody arrives hours before, after the end, or in the future."""


class LateNeedsApproval(Refusal):
    """Past the grace period, and nobody who leads the group agreed; carries the decision."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__("late_needs_approval")


class ExcuseNotAccepted(Refusal):
    """The reason is not an accepted one."""


class ExcuseTooLate(Refusal):
    """The client told later than the program asks."""


class NotInTheRoom(Refusal):
    """Nobody leaves who is not there."""


class PunchesRunBackwards(Refusal):
    """A stay ends before it begins, or two overlap."""


@action
def mark_attendance(
    *,
    actor: Actor,
    seat_id: UUID,
    state: str,
    now: datetime,
    at: datetime | None = None,
    punches: Sequence[Stay] | None = None,
    reason: str = "",
    told_at: datetime | None = None,
    approved: bool = False,
    appears_intoxicated: bool = False,
    is_telehealth: bool = False,
    is_agreed: bool = False,
    source: str = AttendanceMark.Source.ROOM,
    marked_at: datetime | None = None,
    author_id: UUID | None = None,
    expected_version: int | None = None,
) -> AttendanceMark:
    """Mark one seat: here, late, absent, excused, left (early), dropped out, back.

    `at` is when it happened (now, unless said); `punches` states all stays at once instead. What
    the stays show wins over the word: somebody marked here past the grace is late. Somebody who
    appears intoxicated is not let into the group: the mark says so, credits nothing, and opens the
    safety check and the note of the day. Who leaves a running group without a word (`is_agreed`)
    is looked for; who is excused is offered another seat; a day in hospital excuses by itself.
    `source`, `marked_at` and `author_id` say the true time and author of what is entered later.
    Raises the refusals of this file and StaleVersion; Seat.DoesNotExist out of scope.
    """
    if state == State.NO_SHOW:
        hold_client_of(Seat, seat_id)  # an absence asks for a stay in hospital
    seat = (
        Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("session__session_type", "session__program")
        .get(pk=seat_id)
    )
    session = _still_open(seat)
    state = _state_in(seat, state)
    numbers = numbers_for(session.program, session.on)
    grace = numbers["late_grace_minutes"]
    approved = leads(actor, session.pk) or (approved and _may_approve(actor))
    happened_at = at or now
    came = state in COMING or state == BACK
    stamps = _stamps(actor, now, source, marked_at, author_id)
    if came and punches is None:
        arrival = Arrival(
            at=happened_at, session=period_of(session), is_approved=approved,
            appears_intoxicated=appears_intoxicated,
        )  # fmt: skip
        decision = _decided(arrival, session, now, grace)
        if decision.outcome == NOT_TO_GROUP:
            mark, is_new = _mark_of(seat, actor, state, REASON, stamps)
            expect_version(mark, None if is_new else expected_version)
            _keep_out(actor, mark, session, numbers, now, happened_at, stamps)
            return mark
    if state == State.EXCUSED:
        _check_excuse(reason, told_at, session, approved, numbers["excused_notice_hours"])
    state, reason = excused_by_stay(seat.client_id, session.on, state, reason)
    mark, is_new = _mark_of(seat, actor, state, reason, stamps)
    expect_version(mark, None if is_new else expected_version)
    if punches is not None:
        _state_stays(mark, punches, is_telehealth)
    elif came:
        open_stay(mark, happened_at, _by_telehealth(mark, state, is_telehealth))
    elif state in LEAVING:
        if not end_stay(mark, min(happened_at, now)):
            raise NotInTheRoom
    else:
        retract_stays(mark)
    word = _word_for(state, mark)
    settle(mark, session, grace, now, **{**_kept(stamps, mark), "state": word, "reason": reason})
    audit.record(f"attendance.mark.{mark.state}", actor=actor, subject=mark, at=now, reason=reason)
    if came and is_new:
        announce(ClientArrived(mark.pk, mark.client_id, session.pk, actor, now))
    announce(SeatMarked(mark.pk, state, min(happened_at, now), is_agreed, is_new, actor, now))
    return mark


def _still_open(seat: Seat) -> GroupSession:
    """The session of a seat that can be marked."""
    session: GroupSession = seat.session
    if session.cancelled_at is not None:
        raise SessionIsCancelled
    if session.closed_at is not None:
        raise RegisterIsClosed
    if seat.released_at is not None:
        raise SeatIsReleased
    return session


def _state_in(seat: Seat, state: str) -> str:
    """Being here in a seat that makes up for a missed one is a make-up."""
    return State.MAKEUP if seat.origin == "makeup" and state == State.PRESENT else state


def _word_for(state: str, mark: AttendanceMark) -> str:
    """The word the mark gets before the stays are looked at."""
    if state == BACK or state in LEAVING - {State.REMOVED}:
        return State.PRESENT if mark.state in AWAY else mark.state
    return state


def _by_telehealth(mark: AttendanceMark, state: str, is_telehealth: bool) -> bool:
    """How they are here: said, or as before where the word says nothing about it."""
    if state in {BACK, State.LATE}:
        return is_telehealth or was_telehealth(mark)
    return is_telehealth or state == State.VIRTUAL_PRESENT


def _stamps(
    actor: Actor, now: datetime, source: str, marked_at: datetime | None, author_id: UUID | None
) -> dict[str, Any]:
    """Who marked it and when, and who entered it when that was later."""
    is_later = marked_at is not None or author_id is not None
    return {
        "source": source,
        "marked_at": marked_at or now,
        "marked_by_id": author_id or actor.worker_id,
        "entered_at": now if is_later else None,
        "entered_by_id": actor.worker_id if is_later else None,
    }


def _kept(stamps: dict[str, Any], mark: AttendanceMark) -> dict[str, Any]:
    """A device or a job at work does not take the author's name off the mark."""
    return {**stamps, "marked_by_id": stamps["marked_by_id"] or mark.marked_by_id}


def _may_approve(actor: Actor) -> bool:
    return actor.kind == "service" or actor.has_role(
        Role.COUNSELOR, Role.FAMILY_COUNSELOR, Role.SUPERVISOR, Role.DIRECTOR, Role.PSYCHOLOGIST
    )


def _decided(
    arrival: Arrival, session: GroupSession, now: datetime, grace: ProgramNumber
) -> Decision:
    """Into the group or, for safety's sake, not; a refusal for an hour that cannot be."""
    at = arrival.at
    if at > now or at < session.starts_at - EARLIEST or at >= session.ends_at:
        raise NotAtThatTime
    decision = admission_of(arrival, grace)
    if decision.outcome not in (ADMIT, NOT_TO_GROUP):
        raise LateNeedsApproval(decision)
    return decision


def _keep_out(
    actor: Actor, mark: AttendanceMark, session: GroupSession,
    numbers: Mapping[str, ProgramNumber], now: datetime, at: datetime, stamps: dict[str, Any],
) -> None:  # fmt: skip
    end_stay(mark, min(at, now))
    settle(
        mark, session, numbers["late_grace_minutes"], now,
        **{**_kept(stamps, mark), "state": State.REMOVED, "reason": REASON},
    )  # fmt: skip
    audit.record("attendance.mark.kept_from_group", actor=actor, subject=mark, at=now)
    open_duties(actor, mark, session, numbers[MINUTES], now)


def _check_excuse(
    reason: str,
    told_at: datetime | None,
    session: GroupSession,
    approved: bool,
    notice: ProgramNumber,
) -> None:
    decision = excuse_for(reason, told_at, session.starts_at, notice)
    if decision.reasons[0].state.value == "not_met":
        raise ExcuseNotAccepted
    if decision.outcome != EXCUSED and not approved:
        raise ExcuseTooLate


def _mark_of(
    seat: Seat, actor: Actor, state: str, reason: str, stamps: dict[str, Any]
) -> tuple[AttendanceMark, bool]:
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    mark = marks.select_for_update(of=("self",)).filter(seat=seat).first()
    if mark is not None:
        return mark, False
    first = State.PRESENT if state in COMING | LEAVING | {BACK} else state
    mark = AttendanceMark.objects.create(
        client_id=seat.client_id, site_id=seat.site_id, seat=seat, session=seat.session,
        episode_id=seat.episode_id, on=seat.session.on, state=first, reason=reason,
        **stamps,
    )  # fmt: skip
    return mark, True


def _state_stays(mark: AttendanceMark, punches: Sequence[Stay], is_telehealth: bool) -> None:
    ordered = sorted(punches, key=lambda stay: stay[0])
    for index, (in_at, out_at) in enumerate(ordered):
        following = ordered[index + 1][0] if index + 1 < len(ordered) else None
        if out_at is not None and out_at < in_at:
            raise PunchesRunBackwards
        if following is not None and (out_at is None or out_at > following):
            raise PunchesRunBackwards
    stays_in(mark).delete()
    Punch.objects.bulk_create(
        Punch(
            client_id=mark.client_id, site_id=mark.site_id, mark=mark, in_at=in_at,
            out_at=out_at, is_telehealth=is_telehealth or mark.state == State.VIRTUAL_PRESENT,
        )
        for in_at, out_at in ordered
    )  # fmt: skip
