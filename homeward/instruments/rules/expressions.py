"""The small language of scoring rules: and, or, comparisons, an unanswered item, a rule's result.

A comparison with a missing value is false, whatever the operator: silence proves nothing.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

Number = int | float

OPERATORS: Mapping[str, Callable[[Number, Number], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@dataclass(frozen=True, slots=True)
class Every:
    """Every part holds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """An item, a score, or the sum of several items, against a number."""

    subject: str
    names: tuple[str, ...]
    op: str
    value: Number


@dataclass(frozen=True, slots=True)
class ItemMissing:
    """An item has no answer; asked only when the whole form is handed in."""

    item: str


@dataclass(frozen=True, slots=True)
class RuleEquals:
    """A rule came to this result."""

    rule: str
    result: str


Expression = Every | Either | Compare | ItemMissing | RuleEquals


@dataclass(frozen=True, slots=True)
class Known:
    """What an expression may look at: raw answers, scores so far, rule results so far.

    While a form is still being filled in, an unanswered item means nothing yet.
    """

    answers: Mapping[str, Number]
    scores: Mapping[str, Number | None]
    results: Mapping[str, str]
    is_handed_in: bool = True


def holds(expression: Expression, known: Known) -> bool:
    """Whether the expression is true of what is known."""
    match expression:
        case Every(parts):
            return all(holds(part, known) for part in parts)
        case Either(parts):
            return any(holds(part, known) for part in parts)
        case Compare(subject, names, op, value):
            found = _value_of(subject, names, known)
            return found is not None and OPERATORS[op](found, value)
        case ItemMissing(item):
            return known.is_handed_in and item not in known.answers
        case RuleEquals(rule, result):
            return known.results.get(rule) == result


def _value_of(subject: str, names: tuple[str, ...], known: Known) -> Number | None:
    if subject == "score":
        return known.scores.get(names[0])
    values = [known.answers[name] for name in names if name in known.answers]
    return sum(values) if len(values) == len(names) else None


def comparisons(expression: Expression) -> tuple[Compare, ...]:
    """Every comparison in it, in order."""
    match expression:
        case Every(parts) | Either(parts):
            return tuple(found for part in parts for found in comparisons(part))
        case Compare():
            return (expression,)
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names an expression may use."""

    items: frozenset[str]
    scores: frozenset[str]
    results: Mapping[str, frozenset[str]]


def read(document: object, path: str, names: Names) -> Expression:
    """An expression from its JSON; raises BadInput naming the part that is wrong."""
    body = shape.an_object(document, path)
    keys = frozenset(body)
    if keys in ({"and"}, {"or"}):
        word = next(iter(keys))
        parts = tuple(
            read(part, shape.at(f"{path}.{word}", position), names)
            for position, part in enumerate(shape.a_list(body[word], f"{path}.{word}", least=1))
        )
        return Every(parts) if word == "and" else Either(parts)
    if keys == {"item_missing"}:
        return ItemMissing(_known(body["item_missing"], f"{path}.item_missing", names.items))
    if keys == {"rule", "equals"}:
        rule = _known(body["rule"], f"{path}.rule", frozenset(names.results))
        result = shape.one_of(body["equals"], f"{path}.equals", sorted(names.results[rule]))
        return RuleEquals(rule, result)
    for subject in ("item", "score", "sum"):
        if keys == {subject, "op", "value"}:
            return Compare(
                subject,
                _subjects(subject, body[subject], f"{path}.{subject}", names),
                shape.one_of(body["op"], f"{path}.op", OPERATORS),
                shape.a_number(body["value"], f"{path}.value"),
            )
    raise BadInput(
        path, "is not an expression: use and, or, item_missing, rule with equals, or a comparison"
    )


def _subjects(subject: str, value: object, path: str, names: Names) -> tuple[str, ...]:
    if subject == "sum":
        return tuple(
            _known(name, shape.at(path, position), names.items)
            for position, name in enumerate(shape.texts(value, path))
        )
    return (_known(value, path, names.items if subject == "item" else names.scores),)


def _known(value: object, path: str, allowed: frozenset[str]) -> str:
    name = shape.a_text(value, path)
    if name not in allowed:
        raise BadInput(path, f"names {name}, which this instrument does not have")
    return name
