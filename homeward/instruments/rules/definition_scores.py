"""The scores of a definition, with their ranges and bands proved against the items."""

from collections.abc import Mapping, Sequence
from typing import Any

from homeward.instruments.rules.definition_bands import bands_by_of, bands_of
from homeward.instruments.rules.instrument import Item, Missing, Number, Score
from homeward.instruments.rules.methods import METHODS
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

COMMON = ("bands", "bands_by", "loinc", "missing")


def scores_of(value: object, path: str, items: Mapping[str, Item]) -> tuple[Score, ...]:
    """Scores in the order they are computed; a score may use only those before it."""
    scores: list[Score] = []
    for position, entry in enumerate(shape.a_list(value, path, least=1)):
        place = shape.at(path, position)
        score = _score(entry, place, items, scores)
        if any(score.id == earlier.id for earlier in scores):
            raise BadInput(f"{place}.id", f"repeats {score.id}")
        scores.append(score)
    return tuple(scores)


def _score(entry: object, path: str, items: Mapping[str, Item], earlier: list[Score]) -> Score:
    head = shape.an_object(entry, path, needs=("id", "method", "items", "range"))
    method = METHODS[shape.one_of(head["method"], f"{path}.method", METHODS)]
    body = shape.an_object(
        head,
        path,
        needs=("id", "method", "items", "range", *method.NEEDS),
        may=(*COMMON, *method.MAY),
    )
    names = _items(body["items"], f"{path}.items", items)
    low, high = _range(body["range"], f"{path}.range")
    score = Score(
        id=shape.a_text(body["id"], f"{path}.id"),
        method=body["method"],
        items=names,
        low=low,
        high=high,
        missing=_missing(body["missing"], f"{path}.missing", items, names)
        if "missing" in body
        else None,
        bands=bands_of(body["bands"], f"{path}.bands", low, high) if "bands" in body else (),
        bands_by=bands_by_of(body["bands_by"], f"{path}.bands_by", low, high)
        if "bands_by" in body
        else None,
        loinc=shape.a_text(body["loinc"], f"{path}.loinc") if "loinc" in body else None,
        **method.read(body, path, items, {score.id: score for score in earlier}),
    )
    if score.bands and score.bands_by:
        raise BadInput(f"{path}.bands_by", "cannot stand beside bands")
    proved = method.range_of(score, items, {other.id: other for other in earlier})
    if any(abs(a - b) > 1e-9 for a, b in zip(proved, (low, high), strict=True)):
        raise BadInput(f"{path}.range", f"must be [{proved[0]}, {proved[1]}] by its items")
    return score


def _items(value: object, path: str, items: Mapping[str, Item]) -> tuple[str, ...]:
    names = shape.texts(value, path)
    _all_known(names, path, items)
    return names


def _all_known(names: Sequence[str], path: str, items: Mapping[str, Item]) -> None:
    for position, name in enumerate(names):
        if name not in items:
            raise BadInput(shape.at(path, position), f"names {name}, which is not a question")


def _range(value: object, path: str) -> tuple[Number, Number]:
    ends = [
        shape.a_number(end, shape.at(path, position))
        for position, end in enumerate(shape.a_list(value, path))
    ]
    if len(ends) != 2 or ends[0] >= ends[1]:
        raise BadInput(path, "must be the lowest and the highest score, in that order")
    return ends[0], ends[1]


def _missing(
    value: object, path: str, items: Mapping[str, Item], names: tuple[str, ...]
) -> Missing:
    body: Mapping[str, Any] = shape.an_object(
        value,
        path,
        needs=("max_missing",),
        # `formula` restates `method` in words; `skipped_as_zero` states what skip_logic does.
        may=("method", "formula", "gate", "required", "one_of", "skipped_as_zero"),
    )
    at_most = shape.a_whole(body["max_missing"], f"{path}.max_missing")
    prorates = "method" in body
    if prorates:
        shape.one_of(body["method"], f"{path}.method", ["prorate"])
    if not 0 <= at_most < len(names):
        raise BadInput(f"{path}.max_missing", f"must be from 0 to {len(names) - 1}")
    if (at_most > 0) != prorates:
        raise BadInput(f"{path}.max_missing", "above 0 needs method prorate, and only then")
    gate = None
    if "gate" in body:
        gate = shape.a_text(body["gate"], f"{path}.gate")
        if gate not in items:
            raise BadInput(f"{path}.gate", f"names {gate}, which is not a question")
    required = shape.texts(body["required"], f"{path}.required") if "required" in body else ()
    _all_known(required, f"{path}.required", items)
    one_of = tuple(
        shape.texts(group, shape.at(f"{path}.one_of", position), least=2)
        for position, group in enumerate(shape.a_list(body.get("one_of", []), f"{path}.one_of"))
    )
    for position, group in enumerate(one_of):
        _all_known(group, shape.at(f"{path}.one_of", position), dict.fromkeys(names))  # type: ignore[arg-type]  # only membership is asked
    return Missing(at_most, prorates, gate, required, one_of)
