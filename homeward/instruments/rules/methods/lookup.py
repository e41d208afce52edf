"""A published table from an earlier score to another scale (PROMIS raw to T)."""

from collections.abc import Mapping
from typing import Any

from homeward.instruments.rules.instrument import Item, Number, Score
from homeward.instruments.rules.methods.sum_of_ordinals import table_of
from homeward.instruments.rules.missing import Answered
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

NEEDS = ("source_score", "table")
MAY = ()


def read(
    body: Mapping[str, Any], path: str, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> dict[str, Any]:
    """The earlier score and a table that covers its whole range."""
    source = earlier[shape.one_of(body["source_score"], f"{path}.source_score", earlier)]
    table = table_of(body["table"], f"{path}.table")
    for value in range(int(source.low), int(source.high) + 1):
        if value not in table:
            raise BadInput(f"{path}.table", f"has no entry for {value}")
    return {"source_score": source.id, "table": table}


def range_of(
    score: Score, items: Mapping[str, Item], earlier: Mapping[str, Score]
) -> tuple[Number, Number]:
    """The lowest and highest entry."""
    assert score.table is not None  # reading guarantees it
    return min(score.table.values()), max(score.table.values())


def value_of(
    score: Score, answered: Answered, scores: Mapping[str, Number | None]
) -> Number | None:
    """The table's entry."""
    source = scores[str(score.source_score)]
    assert score.table is not None  # reading guarantees it
    return None if source is None else score.table[source]
