"""How a transfer stands against its days: each step on the way, and whether it was in time."""

from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by

from .numbers import LinkageNumbers

RULE_SET, VERSION = "hand-off", "1"
AFTER_SENT = frozenset({"sent", "received", "accepted", "wait_listed", "booked", "missed"})
AFTER_RECEIPT = frozenset({"received", "accepted", "wait_listed", "booked", "missed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """What is known of one transfer on a day; dates are days at the site."""

    state: str
    from_on: date
    due_on: date
    today: date
    was_sent: bool = False
    was_received: bool = False
    booked_for: date | None = None
    kept_on: date | None = None
    outcome: str = ""


@marked_by("numbers")
def stand_of(hand_off: HandOff, numbers: LinkageNumbers) -> Decision:
    """Kept in time or late, ended otherwise, on its way, at risk, or late; with every line.

    At risk: not booked with two days or less to go, or booked for a day after the last one.
    """
    booked, kept = hand_off.booked_for, hand_off.kept_on
    last = Evidence("day", text=hand_off.due_on.isoformat())
    in_time: State
    if kept is not None:
        in_time = State.MET if kept <= hand_off.due_on else State.NOT_MET
    elif hand_off.today > hand_off.due_on:
        in_time = State.NOT_MET
    else:
        in_time = State.UNKNOWN
    reasons = (
        _line("packet_is_out", hand_off.was_sent),
        _line("place_has_it", hand_off.was_received),
        _line("first_visit_booked", booked is not None or kept is not None),
        Reason(
            "first_visit_in_days",
            in_time,
            (last,),
            numbers.handoff_source,
            {"days": numbers.handoff_days, "until": hand_off.due_on.isoformat()},
        ),
    )
    return Decision(outcome_of(hand_off), RULE_SET, VERSION, reasons)


def outcome_of(hand_off: HandOff) -> str:
    """The outcome alone, for lists."""
    if hand_off.kept_on is not None:
        return "kept_in_time" if hand_off.kept_on <= hand_off.due_on else "kept_late"
    if hand_off.outcome:
        return "ended"
    if hand_off.today > hand_off.due_on:
        return "late"
    if hand_off.booked_for is not None:
        return "on_time" if hand_off.booked_for <= hand_off.due_on else "at_risk"
    return "at_risk" if (hand_off.due_on - hand_off.today).days <= 2 else "on_time"


def _line(code: str, is_so: bool) -> Reason:
    return Reason(code, State.MET if is_so else State.NOT_MET)
