"""What one `homeward-instrument/1` definition says, as frozen values.

`Number` is an ordinal or the value of a number item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.instruments.rules.expressions import Expression

Number = int | float


@dataclass(frozen=True, slots=True)
class Option:
    """One answer a person may choose; two options of an item may share an ordinal."""

    code: str
    display: str
    ordinal: Number


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """An item is asked only when another item's answer compares so."""

    question: str
    operator: str
    code: str | None = None
    value: Number | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a choice among options, or a whole number between two limits."""

    link_id: str
    text: str
    options: tuple[Option, ...] = ()
    least: int | None = None
    most: int | None = None
    is_required: bool = False
    asked_when: tuple[AskedWhen, ...] = ()
    asked_when_any: bool = False
    loinc: str | None = None

    @property
    def is_number(self) -> bool:
        return not self.options

    @property
    def values(self) -> tuple[Number, ...]:
        """Every value the item can take."""
        if self.options:
            return tuple(option.ordinal for option in self.options)
        assert self.least is not None and self.most is not None  # loading guarantees both
        return tuple(range(self.least, self.most + 1))


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a score, both ends included."""

    low: Number
    high: Number
    code: str
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class BandsBy:
    """Bands that differ by a parameter, such as sex at birth or substance."""

    parameter: str
    choices: Mapping[str, tuple[Band, ...]]


@dataclass(frozen=True, slots=True)
class Missing:
    """When a score is still a score: see `rules/missing.py`."""

    at_most: int = 0
    prorates: bool = False
    gate: str | None = None
    required: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One score: how it is made, from which items, and what its bands are called."""

    id: str
    method: str
    items: tuple[str, ...]
    low: Number
    high: Number
    missing: Missing | None = None
    bands: tuple[Band, ...] = ()
    bands_by: BandsBy | None = None
    item_maps: Mapping[str, Mapping[Number, Number]] | None = None
    threshold: Number | None = None
    threshold_by_item: Mapping[str, Number] | None = None
    minuend: str | None = None
    subtrahend: str | None = None
    source_score: str | None = None
    table: Mapping[Number, Number] | None = None
    multiply_by: Number | None = None
    divide_by: Number | None = None
    loinc: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """When the expression holds, the rule's result is this."""

    when: Expression
    result: str


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """An ordered rule: the first branch that holds wins, otherwise the default."""

    id: str
    branches: tuple[Branch, ...]
    default: str
    incomplete_when_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """A finding that must never wait for a total."""

    id: str
    when: Expression
    severity: str
    action: str
    due: str


@dataclass(frozen=True, slots=True)
class Skip:
    """While the expression holds, these items count as nought when unanswered."""

    when: Expression
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of one questionnaire with its whole scoring key."""

    id: str
    version: str
    title: str
    copyright: str
    loinc: str | None
    items: Mapping[str, Item]
    scores: tuple[Score, ...]
    rules: tuple[OutcomeRule, ...]
    safety: tuple[SafetyRule, ...]
    skips: tuple[Skip, ...]
    meta: Mapping[str, Any]

    def score(self, score_id: str) -> Score:
        """The score of that id; raises KeyError when there is none."""
        for score in self.scores:
            if score.id == score_id:
                return score
        raise KeyError(score_id)
