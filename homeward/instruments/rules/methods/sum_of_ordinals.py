"""Add the items up, after replacing some through a table, and prorate where the key allows."""

from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.missing import Answered
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

NEEDS = ()
MAY = ("item_maps",)


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """The tables, each proved to cover every value its item can take."""
    if "item_maps" not in body:
        return {}
    maps: dict[str, dict[Number, Number]] = {}
    for name, entry in shape.an_object(body["item_maps"], f"{path}.item_maps").items():
        place = f"{path}.item_maps.{name}"
        if name not in body["items"]:
            raise BadInput(place, "is not an item of this score")
        maps[name] = table_of(entry, place)
        for value in items[name].values:
            if value not in maps[name]:
                raise BadInput(place, f"has no entry for {value}")
    return {"item_maps": maps}


def table_of(value: object, path: str) -> dict[Number, Number]:
    """A table from number to number; JSON writes its keys as text."""
    table: dict[Number, Number] = {}
    for key, entry in shape.an_object(value, path).items():
        if not (key.isascii() and key.isdigit()):
            raise BadInput(f"{path}.{key}", "must stand under a whole number")
        table[int(key)] = shape.a_number(entry, f"{path}.{key}")
    return table


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """The sums of the lowest and of the highest item values."""
    values = [[_mapped(score, name, value) for value in items[name].values] for name in score.items]
    return sum(map(min, values)), sum(map(max, values))


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The total; with proration floor(mean of answered x number of items + 0.5)."""
    missing = answered.missing_for(score)
    allowed = score.missing.at_most if score.missing and score.missing.prorates else 0
    if answered.is_closed(score) or len(missing) > allowed:
        return None
    values = [
        _mapped(score, name, answered.values[name])
        for name in score.items
        if name in answered.values
    ]
    if not missing:
        return sum(values)
    # Whole-number arithmetic, so that no binary fraction decides on which side of a cut it falls.
    return int((2 * sum(values) * len(score.items) + len(values)) // (2 * len(values)))


def _mapped(score: Score, name: str, value: Number) -> Number:
    if score.item_maps and name in score.item_maps:
        return score.item_maps[name][value]
    return value
