"""By when a payer's no can be answered: a talk among physicians, an appeal, an urgent one.

Days are calendar days after the payer answered and run to the end of that day at the site; hours
are exact. Every number is the payer's own, dated; sources are with each number. A clock says by
when at the latest, never that one should wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source

PEER_TO_PEER, APPEAL, URGENT_APPEAL = "peer_to_peer", "appeal", "urgent_appeal"
NUMBER_OF = {
    PEER_TO_PEER: "peer_to_peer_days",
    APPEAL: "appeal_days",
    URGENT_APPEAL: "urgent_appeal_hours",
}
STEPS = ("peer_to_peer", "appeal_1", "appeal_2", "external")


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: what it is for, until when, and the number it runs by."""

    code: str
    ends_at: datetime
    amount: int
    unit: str
    source: Source


def clocks_after(
    denied_at: datetime, numbers: Mapping[str, ProgramNumber], zone: str
) -> tuple[Clock, ...]:
    """The clocks a denial starts, the first to end first."""
    found = [
        Clock(code, _ends(denied_at, numbers[name], zone), int(numbers[name]),
              numbers[name].unit, numbers[name].source)
        for code, name in NUMBER_OF.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda clock: clock.ends_at))


def _ends(denied_at: datetime, number: ProgramNumber, zone: str) -> datetime:
    if number.unit == "hours":
        return denied_at + timedelta(hours=int(number))
    day: date = denied_at.astimezone(ZoneInfo(zone)).date() + timedelta(days=int(number) + 1)
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return midnight.astimezone(denied_at.tzinfo)
