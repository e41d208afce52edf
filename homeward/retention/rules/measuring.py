"""How often a signal was right, and whether that is more than chance: an honest count.

Once a week each person in care is looked at. A look is right when the person did not come any more
within the horizon after it. Chance is not the average of all looks: people leave more often early,
so every look with a signal is held against all looks in the same week of care. The interval comes
from drawing whole persons again and again, and is widened for the number of signals compared.
Deterministic for a seed; knows persons only as numbers.
"""

import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import quantiles
from typing import Any

ANY = "any"
BETTER, NO_BETTER, RARER, TOO_FEW = "better", "no_better", "rarer", "too_few"
FEWEST = 11
DRAWS = 4000


@dataclass(frozen=True, slots=True)
class Look:
    """One person in one week of care: whether they came in it, left after it, and what was up."""

    week: int
    came: bool
    left: bool
    raised: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leaving:
    """The last day somebody came and the day they count as lost, with the days of each signal.

    Days are counted from the start of care; `raised` holds only days from one horizon before the
    last day to the day they count as lost.
    """

    last_day: int
    lost_day: int
    raised: Mapping[str, Collection[int]]


@dataclass(frozen=True, slots=True)
class Lived:
    """What is known of one person."""

    looks: tuple[Look, ...]
    leaving: Leaving | None = None


def measure(
    people: Sequence[Lived], codes: Sequence[str], *, seed: int, draws: int = DRAWS
) -> dict[str, Any]:
    """The figures of every signal and of any of them, over all looks and while people came."""
    coming = [Lived(tuple(look for look in each.looks if look.came)) for each in people]
    overall = _lifts(people, codes, seed, draws)
    while_coming = _lifts(coming, codes, seed, draws)
    leaving = [each.leaving for each in people if each.leaving is not None]
    looks = [look for each in people for look in each.looks]
    return {
        "people": len(people),
        "looks": len(looks),
        "base_rate": _share(sum(look.left for look in looks), len(looks)),
        "left": len(leaving),
        "draws": draws,
        "seed": seed,
        "signals": {
            code: {**overall[code], **_recall(leaving, code, codes), "while_coming": found}
            for code, found in while_coming.items()
        },
    }


def verdict_of(looks: int, low: float | None, high: float | None) -> str:
    """In one word what an interval allows to say."""
    if looks < FEWEST or low is None or high is None:
        return TOO_FEW
    if low > 1:
        return BETTER
    return RARER if high < 1 else NO_BETTER


def _lifts(
    people: Sequence[Lived], codes: Sequence[str], seed: int, draws: int
) -> dict[str, dict[str, Any]]:
    named = [*codes, ANY]
    tallies = [_Tally.of(each, named) for each in people if each.looks]
    whole = _counted(tallies, Counter(range(len(tallies))), named)
    chance = random.Random(seed)  # noqa: S311 - drawing persons again, no secret
    drawn: dict[str, list[float]] = {code: [] for code in named}
    numbers = range(len(tallies))
    for _ in range(draws if tallies else 0):
        again = _counted(tallies, Counter(chance.choices(numbers, k=len(tallies))), named)
        for code, (_, _, right, expected) in again.items():
            if expected > 0:
                drawn[code].append(right / expected)
    tail = 0.05 / 2 / max(1, sum(whole[code][0] > 0 for code in codes))
    found = {}
    for code in named:
        looks, persons, right, expected = whole[code]
        here = tail if code != ANY else 0.025
        low, high = _between(drawn[code], here)
        if low is not None and not right and expected:
            # None of them left: drawing again would call that certain, which it is not.
            low, high = 0.0, -log(here) / expected
        lift = right / expected if expected else None
        found[code] = {
            "looks": looks,
            "people": persons,
            "right": right,
            "precision": _share(right, looks),
            "chance": _share(expected, looks),
            "lift": _rounded(lift),
            "low": _rounded(low),
            "high": _rounded(high),
            "verdict": verdict_of(looks, low, high),
        }
    return found


@dataclass(frozen=True, slots=True)
class _Tally:
    """One person's looks as (week, left) pairs: all of them, and those of each signal."""

    base: tuple[tuple[int, bool], ...]
    raised: tuple[tuple[str, tuple[tuple[int, bool], ...]], ...]

    @classmethod
    def of(cls, lived: Lived, codes: Sequence[str]) -> "_Tally":
        pairs = tuple((look.week, look.left) for look in lived.looks)
        raised = []
        for code in codes:
            with_it = tuple(
                pair
                for pair, look in zip(pairs, lived.looks, strict=True)
                if (look.raised if code == ANY else code in look.raised)
            )
            if with_it:
                raised.append((code, with_it))
        return cls(pairs, tuple(raised))


def _counted(
    tallies: Sequence[_Tally], times: Mapping[int, int], codes: Sequence[str]
) -> dict[str, tuple[int, int, int, float]]:
    """Looks, persons, right ones and those chance would give, by signal."""
    seen: Counter[int] = Counter()
    left: Counter[int] = Counter()
    weeks: dict[str, Counter[int]] = {code: Counter() for code in codes}
    right = dict.fromkeys(codes, 0)
    persons = dict.fromkeys(codes, 0)
    for number, often in times.items():
        tally = tallies[number]
        for week, has_left in tally.base:
            seen[week] += often
            if has_left:
                left[week] += often
        for code, pairs in tally.raised:
            persons[code] += often
            by_week = weeks[code]
            for week, has_left in pairs:
                by_week[week] += often
                if has_left:
                    right[code] += often
    return {
        code: (
            sum(by_week.values()),
            persons[code],
            right[code],
            sum(count * left[week] / seen[week] for week, count in by_week.items()),
        )
        for code, by_week in weeks.items()
    }


def _between(values: list[float], tail: float) -> tuple[float | None, float | None]:
    if len(values) < FEWEST:
        return None, None
    ordered = sorted(values)
    place = int(tail * len(ordered))
    return ordered[place], ordered[len(ordered) - 1 - place]


def _recall(leaving: Sequence[Leaving], code: str, codes: Sequence[str]) -> dict[str, Any]:
    """How many of those who left had the signal, since when, and how many while they still came."""
    wanted = codes if code == ANY else (code,)
    firsts = []
    still_coming = 0
    for each in leaving:
        days = [day for one in wanted for day in each.raised.get(one, ())]
        if days:
            firsts.append(each.lost_day - min(days))
            still_coming += min(days) <= each.last_day
    spread = quantiles(firsts, n=4, method="inclusive") if len(firsts) > 1 else None
    return {
        "left": len(leaving),
        "left_with": len(firsts),
        "recall": _share(len(firsts), len(leaving)),
        "left_with_while_coming": still_coming,
        "recall_while_coming": _share(still_coming, len(leaving)),
        "lead_days": [round(each) for each in spread] if spread else None,
    }


def _share(part: float, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
