"""When a duty about a plan opens, and when it goes to a supervisor.

A duty stands on the list so many days before it is due; the last instant is the end of its day
at the client's site. So many days after that instant a supervisor is told as well.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class LateNumbers:
    """The program's days: on the list before, for a client to answer, until it escalates."""

    ahead_days: int
    client_sign_days: int
    escalation_days: int


def end_of(day: date, zone: str) -> datetime:
    """The last instant of a day at the site, as an instant."""
    return datetime.combine(day, time(23, 59), tzinfo=ZoneInfo(zone))


def is_on_the_list(due_on: date, today: date, numbers: LateNumbers) -> bool:
    """Whether the day is near enough, or past."""
    return due_on <= today + timedelta(days=numbers.ahead_days)


def escalates(due_at: datetime, now: datetime, numbers: LateNumbers) -> bool:
    """Whether a supervisor is told."""
    return now >= due_at + timedelta(days=numbers.escalation_days)
