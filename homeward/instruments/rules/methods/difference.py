"""One earlier score less another; null when either is."""

from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.missing import Answered
from homeward.kernel import shape

NEEDS = ("minuend", "subtrahend")
MAY = ()


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """The two scores, which must come earlier."""
    return {
        key: shape.one_of(body[key], f"{path}.{key}", earlier) for key in ("minuend", "subtrahend")
    }


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """Lowest less highest, and highest less lowest."""
    minuend, subtrahend = earlier[str(score.minuend)], earlier[str(score.subtrahend)]
    return minuend.low - subtrahend.high, minuend.high - subtrahend.low


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The difference."""
    minuend, subtrahend = scores[str(score.minuend)], scores[str(score.subtrahend)]
    return None if minuend is None or subtrahend is None else minuend - subtrahend
