"""Cloned notes: the same words for several clients or several days.

Likeness is the share of word pairs two texts have in common (Dice's coefficient over pairs of
neighbouring words, counted as often as they occur), from 0 to 100. It warns and blocks nothing.

Source: identical individual text is a usual ground for denial; compare and warn.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FEWEST_WORDS = 6  # "Arrived late, listened." is short, not cloned


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another note's own part to compare with: an opaque reference and its text."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like another text is, in percent."""

    ref: str
    percent: int


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case or punctuation."""
    return tuple(re.findall(r"\w+", text.casefold()))


def likeness(one: str, other: str) -> int:
    """0 to 100; texts too short to judge are 100 only when they are long enough and equal.

    >>> likeness("He named three triggers and one plan.", "he named three triggers, and one plan")
    100
    """
    first, second = words_of(one), words_of(other)
    if min(len(first), len(second)) < FEWEST_WORDS:
        return 0
    pairs, others = Counter(pairwise(first)), Counter(pairwise(second))
    shared = sum((pairs & others).values())
    return 200 * shared // (sum(pairs.values()) + sum(others.values()))


def most_alike(text: str, earlier: Iterable[Earlier], from_percent: int) -> Likeness | None:
    """The text most like this one at or over the threshold; None when there is none."""
    found = [Likeness(each.ref, likeness(text, each.text)) for each in earlier]
    alike = [each for each in found if each.percent >= from_percent]
    return max(alike, key=lambda each: each.percent, default=None)
