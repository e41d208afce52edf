"""Who reads a message first, and by when an answer can honestly be expected.

Only time in which somebody is at work counts. Working hours are local wall time, so an evening
message before a change of clocks still waits for nine o'clock; closed days, closures and absences
are no working time. Where nobody's hours are known, no time is promised.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.reasons import Decision, Evidence, Reason, State

RULE_SET, VERSION = "conversations.answering", "1"
NOBODY = ""
# How far ahead anybody's hours are looked at.
HORIZON = timedelta(days=28)
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Hours:
    """One weekly stretch of work in local wall time, from a day until before another."""

    weekday: int
    starts: time
    ends: time
    from_on: date = date.min
    until_on: date | None = None

    def hold_on(self, day: date) -> bool:
        """Whether they are worked on a day, closed or not."""
        is_current = self.from_on <= day and (self.until_on is None or day < self.until_on)
        return is_current and day.weekday() == self.weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who could answer. `rank` 0 is whom the message is for, higher ones stand in."""

    ref: str
    rank: int
    hours: Sequence[Hours] = ()
    away: Sequence[Stretch] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Where they work: its zone, days nobody works, and hours the site is closed."""

    zone: str
    closed_days: frozenset[date] = frozenset()
    closures: Sequence[Stretch] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The program's numbers: minutes of work to an answer, hours after which others stand in."""

    answer_minutes: int
    cover_hours: int


@dataclass(frozen=True, slots=True)
class Expected:
    """Who reads it, from when they are there, and by when an answer is expected; None: unknown."""

    who: str
    here_from: datetime | None
    answer_by: datetime | None
    decision: Decision


def expected(
    asked_at: datetime, colleagues: Iterable[Colleague], house: House, terms: Terms
) -> Expected:
    """Whom the message is for, unless they are away too long; then who is there first.

    Ties go by rank and reference. With nobody there is nobody to wait for.
    """
    ranked = sorted(colleagues, key=lambda each: (each.rank, each.ref))
    if not ranked:
        return _said(NOBODY, None, None, (Reason("answer_nobody_there", State.NOT_MET),))
    there = [(each, at_work(each, house, asked_at)) for each in ranked]
    known = [(each, work) for each, work in there if work]
    if not known:
        return _unknown(ranked[0])
    latest = asked_at + timedelta(hours=terms.cover_hours)
    soon = [(each, work) for each, work in known if work[0][0] <= latest]
    chosen, work = soon[0] if soon else min(known, key=lambda pair: pair[1][0][0])
    answer_by = after_minutes(work, terms.answer_minutes)
    if answer_by is None:
        return _unknown(chosen)
    reasons = [_named("answer_read_by", State.MET, chosen)]
    if chosen is not ranked[0]:
        reasons.append(_named("answer_is_away", State.NOT_MET, ranked[0]))
    is_here = State.MET if work[0][0] <= asked_at else State.NOT_MET
    reasons.append(Reason("answer_here_now", is_here))
    reasons.append(Reason("answer_in_working_time", State.MET))
    return _said(chosen.ref, work[0][0], answer_by, tuple(reasons))


def at_work(colleague: Colleague, house: House, asked_at: datetime) -> tuple[Stretch, ...]:
    """When somebody works from `asked_at` on, in order and without overlap, in UTC."""
    off = [*colleague.away, *house.closures]
    free: list[Stretch] = []
    for starts, ends in _planned(colleague, house, asked_at):
        for piece in _without((max(starts, asked_at), ends), off):
            if free and piece[0] <= free[-1][1]:
                free[-1] = (free[-1][0], max(free[-1][1], piece[1]))
            else:
                free.append(piece)
    return tuple(free)


def after_minutes(work: Sequence[Stretch], minutes: int) -> datetime | None:
    """The instant at which so many minutes of work have passed; None beyond what is known."""
    left = timedelta(minutes=minutes)
    for starts, ends in work:
        if starts + left <= ends:
            return starts + left
        left -= ends - starts
    return None


def _planned(colleague: Colleague, house: House, asked_at: datetime) -> list[Stretch]:
    zone = ZoneInfo(house.zone)
    first = asked_at.astimezone(zone).date()
    found = []
    for number in range(HORIZON.days + 1):
        day = first + timedelta(days=number)
        if day in house.closed_days:
            continue
        for each in colleague.hours:
            if each.hold_on(day):
                starts, ends = (_instant(day, at, zone) for at in (each.starts, each.ends))
                if ends > asked_at and ends > starts:
                    found.append((starts, ends))
    return sorted(found)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def _without(stretch: Stretch, off: Iterable[Stretch]) -> Iterator[Stretch]:
    """What is left of a stretch, in order."""
    left = [stretch]
    for gone_from, gone_until in off:
        left = [
            piece
            for starts, ends in left
            for piece in ((starts, min(ends, gone_from)), (max(starts, gone_until), ends))
            if piece[0] < piece[1]
        ]
    yield from sorted(set(left))


def _named(code: str, state: State, colleague: Colleague) -> Reason:
    return Reason(code, state, (Evidence("worker", ref=colleague.ref, text=""),))


def _unknown(colleague: Colleague) -> Expected:
    reasons = (
        _named("answer_read_by", State.MET, colleague),
        Reason("answer_hours_known", State.UNKNOWN),
    )
    return _said(colleague.ref, None, None, reasons)


def _said(
    who: str, here_from: datetime | None, answer_by: datetime | None, reasons: tuple[Reason, ...]
) -> Expected:
    extras = {
        "here_from": here_from.isoformat() if here_from else "",
        "answer_by": answer_by.isoformat() if answer_by else "",
    }
    return Expected(
        who, here_from, answer_by, Decision(who, RULE_SET, VERSION, reasons, extras=extras)
    )
