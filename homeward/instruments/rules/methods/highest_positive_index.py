"""The position of the last item answered above nought, counted from 1 (C-SSRS ideation)."""

from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.missing import Answered

NEEDS = ()
MAY = ()


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """Nothing beyond the items."""
    return {}


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """From none positive to the last."""
    return 0, len(score.items)


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The position, 0 when every item is at nought."""
    if answered.is_closed(score) or answered.missing_for(score):
        return None
    return max(
        (
            position
            for position, name in enumerate(score.items, start=1)
            if answered.values.get(name, 0) > 0
        ),
        default=0,
    )
