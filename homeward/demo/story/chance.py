"""Draws that depend only on their key: the same (seed, words) always gives the same number.

Nothing is drawn "next": a later today, another person or a new topic never shifts a draw,
which is what keeps the story up to a day the same whenever it is told. BLAKE2b, 64 bits.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from statistics import NormalDist
from typing import TypeVar

T = TypeVar("T")

_NORMAL = NormalDist()
_SCALE = 1.0 / (1 << 64)


class Chance:
    """A keyed source. `at("p0042", day)` gives a narrower source; topics keep draws apart."""

    __slots__ = ("_hash",)

    def __init__(self, *key: object) -> None:
        self._hash = blake2b("|".join(map(str, key)).encode(), digest_size=8)

    def at(self, *key: object) -> Chance:
        """A source for a part of this one."""
        narrower = Chance.__new__(Chance)
        narrower._hash = self._hash.copy()
        narrower._hash.update(("/" + "|".join(map(str, key))).encode())
        return narrower

    def share(self, topic: str) -> float:
        """Uniform in the open interval (0, 1)."""
        state = self._hash.copy()
        state.update(("#" + topic).encode())
        return (int.from_bytes(state.digest(), "big") + 0.5) * _SCALE

    def happens(self, topic: str, probability: float) -> bool:
        """True with that probability."""
        return self.share(topic) < probability

    def between(self, topic: str, low: int, high: int) -> int:
        """A whole number from low to high, both possible."""
        return low + int(self.share(topic) * (high - low + 1))

    def normal(self, topic: str, mean: float = 0.0, sd: float = 1.0) -> float:
        """A normal draw."""
        return mean + sd * _NORMAL.inv_cdf(self.share(topic))

    def lognormal(self, topic: str, median: float, sigma: float) -> float:
        """A lognormal draw by its median and log standard deviation."""
        return median * math.exp(sigma * _NORMAL.inv_cdf(self.share(topic)))

    def one_of(self, topic: str, options: Sequence[T]) -> T:
        """One of the options, each equally likely."""
        return options[int(self.share(topic) * len(options))]

    def weighted(self, topic: str, weights: Mapping[str, float]) -> str:
        """One key, by weight; weights need not sum to one."""
        share = self.share(topic) * sum(weights.values())
        bounds = accumulate(weights.values())
        return next(option for option, bound in zip(weights, bounds, strict=True) if share < bound)

    def count(self, topic: str, mean: float) -> int:
        """A Poisson draw."""
        left, total, chance = self.share(topic), 0, math.exp(-mean)
        while left > chance and total < 60:
            left -= chance
            total += 1
            chance *= mean / total
        return total
