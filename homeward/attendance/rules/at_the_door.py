"""Which of today's seats a code at the door lets its owner in to.

The session that runs now, else the next one within the time that arrivals are taken. Two groups
of one kind on a day are two sessions: a code let in to the first is not let in to the second, and
is asked again at that one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.kernel.periods import Period
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked

RULE_SET = "attendance.door"
VERSION = "1"
LET_IN, HERE_BEFORE, NOTHING_PLANNED = "let_in", "here_before", "nothing_planned"


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """One seat of the client today: its session, and whether they are in the room now."""

    ref: str
    session: Period
    is_in_room: bool = False


def seat_at_the_door(
    seats: Sequence[HeldSeat], now: datetime, earliest: timedelta
) -> tuple[Decision, HeldSeat | None]:
    """What the code does now, and for which seat; `earliest` is how long before a start."""
    decision, seat = _found(seats, now, earliest)
    return marked(decision, earliest), seat


def _found(
    seats: Sequence[HeldSeat], now: datetime, earliest: timedelta
) -> tuple[Decision, HeldSeat | None]:
    at_hand = [
        seat
        for seat in sorted(seats, key=lambda each: each.session)
        if seat.session.starts_at - earliest <= now < seat.session.ends_at
    ]
    seat = next((each for each in at_hand if each.session.has(now)), None)
    seat = seat or next(iter(at_hand), None)
    if seat is None:
        line = Reason("seat_at_this_hour", State.NOT_MET)
        return Decision(NOTHING_PLANNED, RULE_SET, VERSION, (line,)), None
    evidence = (Evidence("seat", seat.ref, ""),)
    held = Reason("seat_at_this_hour", State.MET, evidence)
    if seat.is_in_room:
        line = Reason("not_in_the_room_yet", State.NOT_MET, evidence)
        return Decision(HERE_BEFORE, RULE_SET, VERSION, (held, line)), seat
    return Decision(LET_IN, RULE_SET, VERSION, (held,)), seat
