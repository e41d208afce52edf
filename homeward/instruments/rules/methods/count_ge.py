"""Count the answered items at or above a threshold, which single items may override."""

from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.missing import Answered
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

NEEDS = ("threshold",)
MAY = ("threshold_by_item",)


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """The threshold and its exceptions."""
    exceptions: dict[str, Number] = {}
    by_item = shape.an_object(body.get("threshold_by_item", {}), f"{path}.threshold_by_item")
    for name, entry in by_item.items():
        place = f"{path}.threshold_by_item.{name}"
        if name not in body["items"]:
            raise BadInput(place, "is not an item of this score")
        exceptions[name] = shape.a_number(entry, place)
    return {
        "threshold": shape.a_number(body["threshold"], f"{path}.threshold"),
        "threshold_by_item": exceptions,
    }


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """From none to all, alternatives counting once."""
    groups = score.missing.one_of if score.missing else ()
    return 0, len(score.items) - sum(len(group) - 1 for group in groups)


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The count among answered items; null only where the key has a rule for missing ones."""
    if answered.is_closed(score) or (score.missing and answered.missing_for(score)):
        return None
    exceptions = score.threshold_by_item or {}
    assert score.threshold is not None  # reading guarantees it
    return sum(
        answered.values[name] >= exceptions.get(name, score.threshold)
        for name in score.items
        if name in answered.values
    )
