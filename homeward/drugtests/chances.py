"""Whether counts fit their published chance: chi-square tails, and Holm's correction for many."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from homeward.drugtests.simulating import Free

SMALL = 1e-15
MOST_TERMS = 10_000


def tail(statistic: float, freedom: int) -> float:
    """The chance of a chi-square value at least so large.

    >>> round(tail(3.841, 1), 3)
    0.05
    """
    half, x = freedom / 2, statistic / 2
    if x <= 0:
        return 1.0
    if x < half + 1:
        return 1 - _lower(half, x)
    return _upper(half, x)


def _lower(a: float, x: float) -> float:
    """The regularized lower incomplete gamma function by its series."""
    term = total = 1 / a
    for number in range(1, MOST_TERMS):
        term *= x / (a + number)
        total += term
        if term < total * SMALL:
            break
    return total * math.exp(-x + a * math.log(x) - math.lgamma(a))


def _upper(a: float, x: float) -> float:
    """The regularized upper incomplete gamma function by its continued fraction (Lentz)."""
    b = x + 1 - a
    c, d = 1 / 1e-300, 1 / b
    value = d
    for number in range(1, MOST_TERMS):
        factor = -number * (number - a)
        b += 2
        d = 1 / (factor * d + b or 1e-300)
        c = b + factor / c or 1e-300
        value *= d * c
        if abs(d * c - 1) < SMALL:
            break
    return value * math.exp(-x + a * math.log(x) - math.lgamma(a))


def by_group(free: Iterable[Free], name: str) -> float:
    """The p-value that the groups of one feature are all drawn with the published share."""
    groups: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for each in free:
        group = groups[each.features[name]]
        group[0] += each.drawn - each.share
        group[1] += each.share * (1 - each.share)
    told = [(difference, spread) for difference, spread in groups.values() if spread > 0]
    return tail(sum(difference**2 / spread for difference, spread in told), len(told))


def by_day(free: Iterable[Free]) -> float:
    """The p-value that people of one day are drawn independently: days are not too alike.

    Compares the spread of the daily counts with what independent lots give (one number for all
    days, approximately normal).
    """
    days: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for each in free:
        day = days[each.day]
        variance = each.share * (1 - each.share)
        day[0] += each.drawn - each.share
        day[1] += variance
        day[2] += variance * (1 - 6 * variance)
    total = spread = 0.0
    for difference, variance, fourth in days.values():
        if variance > 0:
            total += difference**2 / variance - 1
            spread += 2 + fourth / variance**2
    return math.erfc(abs(total) / math.sqrt(2 * spread)) if spread else 1.0


def holm(values: Mapping[str, float]) -> dict[str, float]:
    """Each p-value corrected for how many there are (Holm's step-down method).

    >>> holm({"a": 0.01, "b": 0.04})
    {'a': 0.02, 'b': 0.04}
    """
    corrected: dict[str, float] = {}
    highest = 0.0
    for rank, (name, value) in enumerate(sorted(values.items(), key=lambda each: each[1])):
        highest = max(highest, min(1.0, value * (len(values) - rank)))
        corrected[name] = highest
    return corrected
