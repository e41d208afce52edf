"""How many minutes of a session count for one client.

Minutes are the overlap of the stays in the room with the clinical parts of the session: breaks
and lunch are not treatment, time before the start and after the end is not either, and a part of
a minute is never credited. A stay counted twice counts once.

Source: minutes are intervals, not a flag; payers audit start and stop times.
"""

from dataclasses import dataclass
from datetime import timedelta

from homeward.kernel.periods import Period, merged, minutes_of
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET = "attendance.credit"
VERSION = "1"
CREDITED, NOT_CREDITED = "credited", "not_credited"
INTERVALS = Source("attendance_intervals", "Attendance by in and out times", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One client's stays in the room against what the session was; most minutes it can credit."""

    session: Period
    clinical: tuple[Period, ...]
    stays: tuple[Period, ...]
    most_minutes: int


def credited_minutes(attendance: Attendance) -> int:
    """Whole minutes of treatment this client was in the room for."""
    return min(minutes_of(_in_treatment(attendance)), attendance.most_minutes)


def credit_for(attendance: Attendance) -> Decision:
    """The credited minutes with what they rest on; `extras["credited_minutes"]` is the number."""
    minutes = credited_minutes(attendance)
    stays = merged(attendance.stays)
    in_room = sum((stay.overlap(attendance.session) for stay in stays), timedelta(0))
    outside = in_room - _in_treatment(attendance)
    reasons = [
        Reason(
            "minutes_in_room",
            State.MET if in_room else State.NOT_MET,
            tuple(_evidence(stay) for stay in stays),
            INTERVALS,
            {"minutes": minutes_of(in_room)},
        )
    ]
    if outside >= timedelta(minutes=1):
        reasons.append(
            Reason("breaks_not_counted", State.MET, (), INTERVALS, {"minutes": minutes_of(outside)})
        )
    if minutes_of(_in_treatment(attendance)) > attendance.most_minutes:
        detail = {"minutes": attendance.most_minutes}
        reasons.append(Reason("session_credits_at_most", State.MET, (), INTERVALS, detail))
    return Decision(
        CREDITED if minutes else NOT_CREDITED,
        RULE_SET,
        VERSION,
        tuple(reasons),
        {"credited_minutes": minutes},
    )


def _in_treatment(attendance: Attendance) -> timedelta:
    blocks = merged(attendance.clinical)
    return sum(
        (stay.overlap(block) for stay in merged(attendance.stays) for block in blocks),
        timedelta(0),
    )


def _evidence(stay: Period) -> Evidence:
    text = f"{stay.starts_at.isoformat()}/{stay.ends_at.isoformat()}"
    return Evidence("punch", "", text)
