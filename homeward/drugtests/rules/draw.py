"""A draw nobody can steer and anybody can recompute.

Before the day a commitment to a secret is published; on the day each eligible token is drawn or
not by a keyed hash of that secret, and a seal over the roster is published; after the day the
secret is published with the roster. From that one document a stranger recomputes everything. The
method is described step by step in docs/algorithms/fair-draw.md.

Source: the handbook's testing chapter: unpredictable to client and staff, logged parameters, a
minimum per window, a maximum per month, and tomorrow always possible after today.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

METHOD = "homeward-draw-2"
SECRET_BYTES = 32
MONTH_DAYS = 30
WEEK_DAYS = 7
NUMBERS_IN_A_HASH = 1 << 64
WEEK, MONTH = "week", "month"


class Listed(Protocol):
    """One client of a roster, whatever the method: who, and whether a lot draws them."""

    @property
    def token(self) -> str: ...

    def is_drawn(self, lot: int, day: date) -> bool:
        """Whether this client tests on that day."""

    def to_json(self) -> dict[str, Any]:
        """As it is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One client of the roster, under a token, with all the state the draw depends on.

    `days_per_week` are the days on which the client can be drawn in a week; `window` is the week
    (Monday to Sunday) or the month of the minimum, `least_per_window` that minimum (0: none), and
    `eligible_days_left` counts the client's eligible days of the window after today.
    """

    token: str
    eligible: bool
    times_this_month: int
    tests_per_month: int
    days_per_week: int
    most_per_month: int
    window: str = WEEK
    least_per_window: int = 0
    times_this_window: int = 0
    eligible_days_left: int = 0

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def is_drawn(self, lot: int, day: date) -> bool:
        """The maximum goes first, then the minimum, then chance."""
        if not self.eligible or self.times_this_month >= self.most_per_month:
            return False
        if is_due(self):
            return True
        return not is_held_back(self, day) and is_within_chance(self, lot)


def commitment_of(method: str, pool: str, day: str, secret: str) -> str:
    """What is published before the day: sha256 over method, pool, day and the secret in hex.

    >>> commitment_of("homeward-draw-1", "iop-main", "2026-11-24", "00" * 32)[:16]
    'b23293a4a927540e'
    """
    return hashlib.sha256(f"{method}|{pool}|{day}|{secret}".encode()).hexdigest()


def lot_of(secret: str, method: str, pool: str, day: str, token: str) -> int:
    """The token's lot of that day: the first eight bytes of its keyed hash, from 0 to 2^64 - 1."""
    message = f"{method}|{pool}|{day}|{token}".encode()
    return int.from_bytes(hmac.digest(bytes.fromhex(secret), message, "sha256")[:8], "big")


def seal_of(
    secret: str, pool: str, day: str, roster: Iterable[Listed], drawn: Iterable[str],
    method: str = METHOD,
) -> str:  # fmt: skip
    """What is published when the draw has run: a keyed hash over the roster and who is drawn.

    Keyed by the secret it tells nothing before the reveal, and afterwards that nothing of the
    roster was written anew.
    """
    lines = [f"{method}|seal|{pool}|{day}"]
    lines += ["|".join(_written(entry)) for entry in sorted(roster, key=lambda each: each.token)]
    lines.append("drawn|" + ",".join(sorted(drawn)))
    message = "\n".join(lines).encode()
    return hmac.digest(bytes.fromhex(secret), message, "sha256").hex()


def _written(entry: Listed) -> list[str]:
    return [
        str(int(value)) if isinstance(value, bool) else str(value)
        for value in entry.to_json().values()
    ]


def is_due(entry: Entry) -> bool:
    """Whether the minimum asks for a test today: no later day of the window could still meet it."""
    missing = entry.least_per_window - entry.times_this_window
    return missing > entry.eligible_days_left


def held_back(entry: Entry, day: date) -> int:
    """How many tests of the month's maximum are kept for minimums after a draw on this day."""
    least = entry.least_per_window
    if not least:
        return 0
    rest = max(0, least - entry.times_this_window - 1)
    return rest + (least * weeks_to_come(day) if entry.window == WEEK else 0)


def is_held_back(entry: Entry, day: date) -> bool:
    """Whether one more by chance would take what the minimum still needs this month."""
    return entry.times_this_month + 1 + held_back(entry, day) > entry.most_per_month


def weeks_to_come(day: date) -> int:
    """How many Mondays are left in the month after this day.

    >>> weeks_to_come(date(2026, 11, 24))
    1
    """
    monday = day + timedelta(days=WEEK_DAYS - day.weekday())
    count = 0
    while (monday.year, monday.month) == (day.year, day.month):
        count, monday = count + 1, monday + timedelta(days=WEEK_DAYS)
    return count


def is_within_chance(entry: Entry, lot: int) -> bool:
    """Whether a lot falls inside the share of days the phase's frequency asks for.

    The share is tests a month over eligible days a month; in whole numbers, so that every
    language computes the same.
    """
    days_a_month_times_week = entry.days_per_week * MONTH_DAYS
    return lot * days_a_month_times_week < entry.tests_per_month * WEEK_DAYS * NUMBERS_IN_A_HASH


def drawn_from(
    roster: Iterable[Listed], *, secret: str, pool: str, day: str, method: str = METHOD
) -> tuple[str, ...]:
    """The tokens that test that day, in order of the tokens."""
    on = date.fromisoformat(day)
    return tuple(
        sorted(
            entry.token
            for entry in roster
            if entry.is_drawn(lot_of(secret, method, pool, day, entry.token), on)
        )
    )
