"""What a question arrives with: filled in, or empty with the earlier answer beside.

A fact told before arrives filled in with its origin. Facts that change by the hour, and facts
where an old answer may cost a life, are asked afresh: the earlier answer stands beside with its
day and is never filled in. Source: domain rules for admission, and the program's own list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.assessments.rules.answering import answer_of
from homeward.assessments.rules.questions import TABLE, Question
from homeward.kernel.bad_input import BadInput

# Exactly these are asked again; the ask-once check exempts these and no other.
ASKED_AFRESH = (
    "use.last",
    "risk.suicide",
    "withdrawal",
    "medications",
    "pregnancy",
    "home.safety",
    "contact.safe",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One earlier answer: what, where, when, by whom it was written down."""

    fact: str
    value: Any
    origin: str
    at: datetime
    ref: str = ""
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The value a question opens with, whence, and the earlier answers shown beside."""

    value: Any = None
    origin: Told | None = None
    beside: tuple[Told, ...] = ()


def filling_of(question: Question, earlier: Iterable[Told]) -> Filling:
    """The newest earlier answer that this question can hold fills it, unless it is asked afresh."""
    told = sorted((each for each in earlier if each.fact == question.code), key=_newest)
    if question.asked_afresh:
        return Filling(beside=_one_for_each_origin(told))
    for each in told:
        value = _readable(question, each.value)
        if value is not None:
            return Filling(value=_without_fresh_cells(question, value), origin=each)
    return Filling(beside=_one_for_each_origin(told))


def _newest(told: Told) -> float:
    return -told.at.timestamp()


def _one_for_each_origin(told: Iterable[Told]) -> tuple[Told, ...]:
    first: dict[str, Told] = {}
    for each in told:
        first.setdefault(f"{each.origin} {each.ref}", each)
    return tuple(first.values())[:3]


def _readable(question: Question, value: Any) -> Any:
    """The value as this question holds it, or None where its list has no such answer."""
    try:
        return answer_of(question, value)
    except BadInput:
        return None


def _without_fresh_cells(question: Question, value: Any) -> Any:
    """A line of a table arrives without the cells that are asked afresh."""
    if question.kind != TABLE:
        return value
    fresh = {column.code for column in question.columns if column.fact in ASKED_AFRESH}
    return [{code: cell for code, cell in line.items() if code not in fresh} for line in value]
