"""Living through thousands of days of made-up pools, and asking whether the draw keeps its word.

What is drawn by chance must have exactly the published probability, whatever the weekday, the
place in the list or what was drawn before; the minimum and the maximum must hold without exception.
Pure: no database and no clock; every run with a seed repeats.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from homeward.drugtests.rules.draw import (
    METHOD,
    MONTH,
    NUMBERS_IN_A_HASH,
    WEEK,
    Entry,
    commitment_of,
    drawn_from,
    is_due,
    is_held_back,
    seal_of,
)

FIRST = date(2026, 1, 5)
WEEK_DAYS = 7
ABSENT = 0.08


@dataclass(frozen=True, slots=True)
class PoolPlan:
    """A made-up pool: how many people, on how many days, how often, with which limits."""

    code: str
    people: int
    days_per_week: int
    tests_per_month: int
    most_per_month: int
    window: str
    least: int


POOLS = (
    PoolPlan("early", 20, 4, 8, 12, WEEK, 1),
    PoolPlan("middle", 16, 3, 4, 12, WEEK, 1),
    PoolPlan("stable", 24, 2, 2, 3, MONTH, 1),
)


@dataclass(slots=True)
class Person:
    """One made-up client: their weekdays, the days they stay away, and what was drawn."""

    number: int
    weekdays: frozenset[int]
    chance: random.Random
    away: dict[tuple[int, int], frozenset[date]] = field(default_factory=dict)
    month: Counter[tuple[int, int]] = field(default_factory=Counter)
    window: Counter[tuple[int, int]] = field(default_factory=Counter)
    last: date | None = None
    was_drawn: bool | None = None

    def attends(self, day: date) -> bool:
        """Whether they come; who stays away in a week is known on its Monday."""
        week = day.isocalendar()[:2]
        if week not in self.away:
            monday = day - timedelta(days=day.weekday())
            days = (monday + timedelta(days=number) for number in sorted(self.weekdays))
            self.away[week] = frozenset(each for each in days if self.chance.random() < ABSENT)
        return day.weekday() in self.weekdays and day not in self.away[week]


@dataclass(frozen=True, slots=True)
class Free:
    """One decision that only chance made: the share, the outcome, and what might have steered it.

    `features` are labels of what must not matter.
    """

    share: float
    drawn: bool
    day: int
    features: dict[str, Any]


@dataclass(slots=True)
class Lived:
    """What a run of days came to."""

    days: int = 0
    decisions: int = 0
    drawn: int = 0
    free: list[Free] = field(default_factory=list)
    below_minimum: int = 0
    above_maximum: int = 0
    windows: int = 0
    months: int = 0


def live(
    plan: PoolPlan, days: int, seed: int, on_day: Callable[[dict[str, Any]], None] | None = None
) -> Lived:
    """So many days of a pool; `on_day` is given each day as it would be published."""
    rng = random.Random(f"{plan.code}|{seed}")  # noqa: S311  (a repeatable simulation)
    people = [_person(plan, number, rng, seed) for number in range(plan.people)]
    lived, due_windows = Lived(), defaultdict(int)
    for number in range(days):
        day = FIRST + timedelta(days=number)
        tokens = {f"{rng.getrandbits(64):016x}": person for person in people}
        entries = {token: _entry(plan, token, each, day) for token, each in tokens.items()}
        roster = [entries[token] for token in sorted(entries)]
        secret = f"{rng.getrandbits(256):064x}"
        drawn = drawn_from(roster, secret=secret, pool=plan.code, day=day.isoformat())
        _count(plan, lived, number, day, roster, tokens, set(drawn), due_windows)
        if on_day is not None:
            on_day(_published(plan, day, roster, secret, drawn))
    lived.days = days
    lived.windows = sum(1 for each in due_windows.values() if each)
    _check_bounds(plan, lived, people, due_windows, FIRST + timedelta(days=days))
    return lived


def _person(plan: PoolPlan, number: int, rng: random.Random, seed: int) -> Person:
    weekdays = frozenset(rng.sample(range(6), plan.days_per_week))
    return Person(number, weekdays, random.Random(f"{plan.code}|{seed}|{number}"))  # noqa: S311


def _window(plan: PoolPlan, day: date) -> tuple[int, int]:
    return day.isocalendar()[:2] if plan.window == WEEK else (day.year, day.month)


def _rest_of_window(plan: PoolPlan, day: date) -> Iterator[date]:
    following = day + timedelta(days=1)
    while _window(plan, following) == _window(plan, day):
        yield following
        following += timedelta(days=1)


def _entry(plan: PoolPlan, token: str, person: Person, day: date) -> Entry:
    return Entry(
        token=token,
        eligible=person.attends(day),
        times_this_month=person.month[day.year, day.month],
        tests_per_month=plan.tests_per_month,
        days_per_week=plan.days_per_week,
        most_per_month=plan.most_per_month,
        window=plan.window,
        least_per_window=plan.least,
        times_this_window=person.window[_window(plan, day)],
        eligible_days_left=sum(map(person.attends, _rest_of_window(plan, day))),
    )


def _published(
    plan: PoolPlan, day: date, roster: list[Entry], secret: str, drawn: tuple[str, ...]
) -> dict[str, Any]:
    on = day.isoformat()
    return {
        "pool": plan.code,
        "day": on,
        "method": METHOD,
        "commitment": commitment_of(METHOD, plan.code, on, secret),
        "secret": secret,
        "roster": [entry.to_json() for entry in roster],
        "drawn": list(drawn),
        "seal": seal_of(secret, plan.code, on, roster, drawn),
    }


def _count(
    plan: PoolPlan, lived: Lived, number: int, day: date, roster: list[Entry],
    tokens: dict[str, Person], drawn: set[str], due_windows: dict[Any, int],
) -> None:  # fmt: skip
    share = min(1.0, plan.tests_per_month * WEEK_DAYS / (plan.days_per_week * 30))
    for place, entry in enumerate(roster):
        if not entry.eligible:
            continue
        person, is_drawn = tokens[entry.token], entry.token in drawn
        lived.decisions += 1
        due_windows[person.number, _window(plan, day)] += 1
        is_free = not is_due(entry) and not is_held_back(entry, day)
        if is_free and entry.times_this_month < entry.most_per_month:
            features = {
                "weekday": day.weekday(),
                "order": place * 4 // len(roster),
                "drawn last time": person.was_drawn,
                "days since last": min((day - person.last).days, 8) if person.last else None,
                "times this month": min(entry.times_this_month, 4),
            }
            lived.free.append(Free(share, is_drawn, number, features))
        person.was_drawn = is_drawn
        if is_drawn:
            lived.drawn += 1
            person.month[day.year, day.month] += 1
            person.window[_window(plan, day)] += 1
            person.last = day


def _check_bounds(
    plan: PoolPlan, lived: Lived, people: list[Person], due_windows: dict[Any, int], end: date
) -> None:
    """Every finished window with enough eligible days has its minimum; no month has too many."""
    unfinished = _window(plan, end)
    for (number, window), eligible in due_windows.items():
        needed = min(plan.least, eligible)
        if window != unfinished and people[number].window[window] < needed:
            lived.below_minimum += 1
    for person in people:
        lived.months += len(person.month)
        lived.above_maximum += sum(n > plan.most_per_month for n in person.month.values())


def expected_share(plan: PoolPlan) -> float:
    """The share of free decisions that are drawn, as it is published."""
    full = NUMBERS_IN_A_HASH
    return min(full, plan.tests_per_month * WEEK_DAYS * full // (plan.days_per_week * 30)) / full
