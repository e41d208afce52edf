"""A draw nobody can steer and anybody can recompute.

Before the day a commitment to a secret is published; on the day each eligible token is drawn or
not by a keyed hash of that secret; after the day the secret is published with the roster. From
that one document a stranger recomputes everything. The method is described step by step in
docs/algorithms/fair-draw.md.

Source: the handbook's testing chapter: unpredictable to client and staff, logged parameters, a
minimum per window, a maximum per month, and tomorrow always possible after today.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

METHOD = "homeward-draw-1"
SECRET_BYTES = 32
MONTH_DAYS = 30
WEEK_DAYS = 7
NUMBERS_IN_A_HASH = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One client of the roster, under a token, with all the state the draw depends on.

    `days_since_last` counts from the last drawn test, or from admission before there was one.
    `days_per_week` are the days the client attends; `most_per_month` and `longest_gap_days` are
    the program's numbers for this client's phase (a gap of 0 sets no minimum).
    """

    token: str
    eligible: bool
    times_this_month: int
    days_since_last: int
    tests_per_month: int
    days_per_week: int
    most_per_month: int
    longest_gap_days: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "eligible": self.eligible,
            "times_this_month": self.times_this_month,
            "days_since_last": self.days_since_last,
            "tests_per_month": self.tests_per_month,
            "days_per_week": self.days_per_week,
            "most_per_month": self.most_per_month,
            "longest_gap_days": self.longest_gap_days,
        }


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


def is_at_maximum(entry: Entry) -> bool:
    """Whether this month's tests are all taken."""
    return entry.times_this_month >= entry.most_per_month


def is_due(entry: Entry) -> bool:
    """Whether the minimum asks for a test today, whatever the lot."""
    return 0 < entry.longest_gap_days <= entry.days_since_last


def is_within_chance(entry: Entry, lot: int) -> bool:
    """Whether a lot falls inside the share of days the phase's frequency asks for.

    The share is tests a month over attended days a month; in whole numbers, so that every
    language computes the same.
    """
    days_a_month_times_week = entry.days_per_week * MONTH_DAYS
    return lot * days_a_month_times_week < entry.tests_per_month * WEEK_DAYS * NUMBERS_IN_A_HASH


def is_drawn(entry: Entry, lot: int) -> bool:
    """Whether this entry tests today."""
    if not entry.eligible or is_at_maximum(entry):
        return False
    return is_due(entry) or is_within_chance(entry, lot)


def drawn_from(
    roster: Iterable[Entry], *, secret: str, pool: str, day: str, method: str = METHOD
) -> tuple[str, ...]:
    """The tokens that test that day, in order of the tokens."""
    return tuple(
        sorted(
            entry.token
            for entry in roster
            if is_drawn(entry, lot_of(secret, method, pool, day, entry.token))
        )
    )
