"""Shares and days of referrals, by kind of need. Every share stands beside its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

GOT_HELP = frozenset({"kept", "served"})


@dataclass(frozen=True, slots=True)
class Sent:
    """One referral: for what, the day it was sent, how it ended ("" while open), the day kept."""

    kind: str
    sent_on: date
    outcome: str = ""
    kept_on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of need: sent, ended with a known outcome, got help, and the median days to it."""

    kind: str
    sent: int
    ended: int
    got_help: int
    median_days: float | None

    @property
    def share_ended(self) -> int | None:
        """Of those sent, in whole percent; None without any."""
        return round(100 * self.ended / self.sent) if self.sent else None

    @property
    def share_helped(self) -> int | None:
        """Of those sent, in whole percent; None without any. What is still open counts as sent."""
        return round(100 * self.got_help / self.sent) if self.sent else None


def lines_of(rows: Iterable[Sent]) -> tuple[Line, ...]:
    """The kinds in order of name, then all of them together under an empty kind."""
    by_kind: dict[str, list[Sent]] = {}
    everything = list(rows)
    for row in everything:
        by_kind.setdefault(row.kind, []).append(row)
    return (*(_line(kind, by_kind[kind]) for kind in sorted(by_kind)), _line("", everything))


def _line(kind: str, rows: list[Sent]) -> Line:
    days = [(row.kept_on - row.sent_on).days for row in rows if row.kept_on is not None]
    return Line(
        kind,
        len(rows),
        sum(bool(row.outcome) for row in rows),
        sum(row.outcome in GOT_HELP for row in rows),
        float(median(days)) if days else None,
    )


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Transfers of a span of days: all, first visit kept within their days, kept later, open."""

    all: int
    in_time: int
    late: int
    open: int


def handed_over(rows: Iterable[tuple[date, date | None, bool]]) -> HandedOver:
    """From (last day, day kept, ended) of each; who never arrived stays in the denominator."""
    held = list(rows)
    return HandedOver(
        len(held),
        sum(kept is not None and kept <= due for due, kept, _ended in held),
        sum(kept is not None and kept > due for due, kept, _ended in held),
        sum(not ended for _due, _kept, ended in held),
    )
