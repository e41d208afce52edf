"""How full the program is, and whether the state must be told.

Source: 45 CFR 96.126(a): a program tells the state within 7 days of reaching 90% of its capacity
to admit. Both numbers are arguments.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

LAW = Source(
    "cfr_45_96", "Block grant rules on admission and interim services", "law", "45 CFR 96.126"
)
RULE_SET, VERSION = "capacity-notice", "1"
TELL, NOTHING, UNKNOWN = "tell_the_state", "below", "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupancy:
    """Seats the program has and seats that are taken, at an instant."""

    at: datetime
    seats: int
    taken: int


@marked_by("percent", "days")
def capacity_notice(found: Occupancy, *, percent: int, days: int) -> Decision:
    """`tell_the_state` at or above the share; extras: `percent` and `due_at` (ISO or None)."""
    if found.seats <= 0:
        line = Reason("capacity_reached", State.UNKNOWN, (), LAW, {"limit": percent})
        return Decision(UNKNOWN, RULE_SET, VERSION, (line,), {"percent": None, "due_at": None})
    share = 100 * found.taken / found.seats
    is_reached = share >= percent
    line = Reason(
        "capacity_reached",
        State.MET if is_reached else State.NOT_MET,
        (Evidence("seats", "", f"{found.taken} / {found.seats}"),),
        LAW,
        {"limit": percent, "days": days},
    )
    due = (found.at + timedelta(days=days)).isoformat() if is_reached else None
    return Decision(
        TELL if is_reached else NOTHING,
        RULE_SET,
        VERSION,
        (line,),
        {"percent": int(share), "due_at": due},
    )
