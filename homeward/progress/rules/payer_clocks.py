"""By when a payer's no can be answered, and by when the plan must answer an urgent appeal.

Days are calendar days after the date of the payer's letter and run to the end of that day at the
site; an urgent appeal has the same days. Hours are the plan's own and run from the filing.
Every number is the payer's own, dated; sources are with each number. A clock says by when at the
latest, never that one should wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source

PEER_TO_PEER, APPEAL = "peer_to_peer", "appeal"
NUMBER_OF = {
    PEER_TO_PEER: "peer_to_peer_days",
    APPEAL: "appeal_days",
}
# What runs for the plan once an appeal is filed: care that goes on is answered sooner.
ANSWER_OF = {
    "urgent_answer": "urgent_answer_hours",
    "urgent_concurrent_answer": "urgent_concurrent_answer_hours",
}
FILED = ("appeal_1", "appeal_2")
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
    return _clocks(denied_at, NUMBER_OF, numbers, zone)


def clocks_of_filing(
    filed_at: datetime, numbers: Mapping[str, ProgramNumber], zone: str
) -> tuple[Clock, ...]:
    """The plan's own clocks that the filing of an appeal starts, were it urgent."""
    return _clocks(filed_at, ANSWER_OF, numbers, zone)


def _clocks(
    start: datetime, codes: Mapping[str, str], numbers: Mapping[str, ProgramNumber], zone: str
) -> tuple[Clock, ...]:
    found = [
        Clock(code, _ends(start, numbers[name], zone), int(numbers[name]),
              numbers[name].unit, numbers[name].source)
        for code, name in codes.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda clock: clock.ends_at))


def _ends(denied_at: datetime, number: ProgramNumber, zone: str) -> datetime:
    if number.unit == "hours":
        return denied_at + timedelta(hours=int(number))
    day: date = denied_at.astimezone(ZoneInfo(zone)).date() + timedelta(days=int(number) + 1)
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    return midnight.astimezone(denied_at.tzinfo)
