"""A straight rescaling of an earlier score, written `100*total/48`."""

import re
from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.missing import Answered
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

NEEDS = ("formula",)
MAY = ()
FORMULA = re.compile(r"(?P<times>[0-9]+)\*(?P<score>[a-z0-9_]+)/(?P<over>[1-9][0-9]*)")


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """The factor, the earlier score and the divisor."""
    found = FORMULA.fullmatch(shape.a_text(body["formula"], f"{path}.formula"))
    if found is None:
        raise BadInput(f"{path}.formula", "must read like 100*total/48")
    return {
        "source_score": shape.one_of(found["score"], f"{path}.formula", earlier),
        "multiply_by": int(found["times"]),
        "divide_by": int(found["over"]),
    }


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """The rescaled ends."""
    source = earlier[str(score.source_score)]
    return _rescaled(score, source.low), _rescaled(score, source.high)


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The rescaled score, not rounded: screens round, records do not."""
    source = scores[str(score.source_score)]
    return None if source is None else _rescaled(score, source)


def _rescaled(score: Score, value: Number) -> Number:
    assert score.multiply_by is not None and score.divide_by is not None  # reading guarantees both
    return score.multiply_by * value / score.divide_by
