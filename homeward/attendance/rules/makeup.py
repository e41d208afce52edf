"""May this missed session be made up by a seat in that one, and why.

A missed day may be made up within the same payer week by another scheduled group; minutes count
in the week they are delivered and are never dated back. Another track is no obstacle for one time.
Source: the handbook's make-up rule.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET = "attendance.makeup"
VERSION = "1"
OFFER, REFUSE = "offer", "refuse"
MISSED = frozenset({"no_show", "excused", "cancelled_client", "cancelled_program"})
PRACTICE = Source("make_up_week", "Make-up within the payer week, field practice", "norm")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """The session that was missed: its day's program week, and what became of it."""

    week_starts_on: date
    state: str
    is_made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A session that could stand in for it, as the client would find it."""

    on: date
    starts_at: datetime
    is_same_site: bool
    is_for_phase: bool
    clinical_minutes: int
    capacity: int
    taken: int
    clashes: tuple[str, ...] = ()
    is_seated: bool = False
    is_kept_apart: bool = False


def make_up_of(missed: Missed, offered: Offered, now: datetime) -> Decision:
    """Offer or refuse, with every line answered."""
    in_week = missed.week_starts_on <= offered.on < missed.week_starts_on + WEEK
    lines = (
        _line("makeup_was_missed", missed.state in MISSED, PRACTICE),
        _line("makeup_not_yet", not missed.is_made_up),
        _line("makeup_same_week", in_week, PRACTICE),
        _line("makeup_still_to_come", offered.starts_at > now),
        _line("makeup_is_treatment", offered.clinical_minutes > 0,
              minutes=offered.clinical_minutes),
        _line("seat_is_free", offered.taken < offered.capacity,
              taken=offered.taken, capacity=offered.capacity),
        _line("seat_same_site", offered.is_same_site),
        _line("seat_same_phase", offered.is_for_phase),
        _line("seat_client_is_free", not offered.clashes, names=", ".join(offered.clashes)),
        _line("seat_not_yet_held", not offered.is_seated),
        _line("seat_placement_rule", not offered.is_kept_apart),
    )  # fmt: skip
    refused = any(line.state is State.NOT_MET for line in lines)
    return Decision(REFUSE if refused else OFFER, RULE_SET, VERSION, lines)


def _line(code: str, holds: bool, source: Source | None = None, **detail: object) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source, detail)
