"""A decision that explains itself.

Placement, seats, hours, consent, testing, reviews and charges all return a `Decision`; one
component renders it, the audit stores it, tests read it. Codes are lower snake case; the words
for a code belong to the screen (`core.reasons_words`), never to the rule.
"""

import hashlib
import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache, wraps
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ParamSpec

NOTHING: Mapping[str, Any] = MappingProxyType({})
MARK_LENGTH = 8
# Who adopted a number, since when it holds and what it is called do not make it another number.
NOT_PART = frozenset({"not_adopted", "is_adopted", "starts_on"})
Given = ParamSpec("Given")


class State(StrEnum):
    """How a rule line stands against the evidence."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or number comes from: `tag` is law, state, payer, norm or default."""

    code: str
    title: str
    tag: str = "default"
    citation: str = ""

    def to_json(self) -> dict[str, str]:
        return {"code": self.code, "title": self.title, "tag": self.tag, "citation": self.citation}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a reason rests on: the kind of record, an opaque reference, and a short fact."""

    kind: str
    ref: str = ""
    text: str = ""

    def to_json(self) -> dict[str, str]:
        return {"kind": self.kind, "ref": self.ref, "text": self.text}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a rule: its code, whether it is met, from what, by which source."""

    code: str
    state: State
    evidence: tuple[Evidence, ...] = ()
    source: Source | None = None
    detail: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "state": self.state.value,
            "evidence": [item.to_json() for item in self.evidence],
            "source": self.source.to_json() if self.source else None,
            "detail": dict(self.detail),
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome with the rule set, its version, and every reason that led to it."""

    outcome: str
    rule_set: str
    version: str
    reasons: tuple[Reason, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    def lines(self, state: State) -> tuple[Reason, ...]:
        """The reasons standing in one state, in rule order."""
        return tuple(reason for reason in self.reasons if reason.state is state)

    def to_json(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "rule_set": self.rule_set,
            "version": self.version,
            "reasons": [reason.to_json() for reason in self.reasons],
            "extras": dict(self.extras),
        }


def decision_from_json(document: Mapping[str, Any]) -> Decision:
    """Read back a stored decision; raises KeyError when a part is missing."""
    return Decision(
        outcome=document["outcome"],
        rule_set=document["rule_set"],
        version=document["version"],
        reasons=tuple(
            Reason(
                code=line["code"],
                state=State(line["state"]),
                evidence=tuple(Evidence(**item) for item in line["evidence"]),
                source=Source(**line["source"]) if line["source"] else None,
                detail=MappingProxyType(dict(line.get("detail", {}))),
            )
            for line in document["reasons"]
        ),
        extras=MappingProxyType(dict(document.get("extras", {}))),
    )


def mark_of(*numbers: Any) -> str:
    """A short mark that is the same only for the same numbers, whoever adopted them.

    What is None is left out, so that a number that came later leaves older marks alone.
    """
    try:
        return _kept_mark(numbers)
    except TypeError:  # a mapping cannot be kept by its value
        return _mark(numbers)


def marked(decision: Decision, *numbers: Any) -> Decision:
    """The decision with the mark of the numbers it used behind its version: `1+3f2a90bc`."""
    return replace(decision, version=f"{decision.version}+{mark_of(*numbers)}")


def marked_by(
    *takes: str,
) -> Callable[[Callable[Given, Decision]], Callable[Given, Decision]]:
    """For a rule that takes numbers of the program: its version carries the mark of these.

    Each of `takes` is the name of a parameter, or a path into one (`week.min_days`).
    """

    def around(rule: Callable[Given, Decision]) -> Callable[Given, Decision]:
        asked = [_Asked.of(rule, path) for path in takes]

        @wraps(rule)
        def decide(*args: Given.args, **kwargs: Given.kwargs) -> Decision:
            return marked(rule(*args, **kwargs), *(each.among(args, kwargs) for each in asked))

        decide.takes = takes  # type: ignore[attr-defined]
        return decide

    return around


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where the numbers stand in a call."""

    name: str
    place: int
    default: Any
    inside: str

    @classmethod
    def of(cls, rule: Callable[..., Any], path: str) -> "_Asked":
        name, _dot, inside = path.partition(".")
        found = inspect.signature(rule).parameters
        return cls(name, list(found).index(name), found[name].default, inside)

    def among(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The numbers of one call."""
        handed = args[self.place] if self.place < len(args) else kwargs.get(self.name, self.default)
        return attrgetter(self.inside)(handed) if self.inside else handed


def _mark(numbers: tuple[Any, ...]) -> str:
    whole = numbers[0] if len(numbers) == 1 else numbers
    told = json.dumps(_plain(whole), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:MARK_LENGTH]


_kept_mark = lru_cache(maxsize=512)(_mark)


def _plain(value: Any) -> Any:
    """Numbers as JSON knows them; equal numbers become equal text."""
    if isinstance(value, StrEnum) or value is None or isinstance(value, str):
        return value if value is None else str(value)
    if isinstance(value, timedelta):
        return _plain(Decimal(str(value.total_seconds())))
    if isinstance(value, (int, float, Decimal)):
        return int(value) if value == int(value) else f"{Decimal(str(value)).normalize():f}"
    if is_dataclass(value):
        value = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Mapping):
        return {
            str(name): _plain(part)
            for name, part in value.items()
            if part is not None and name not in NOT_PART and not isinstance(part, Source)
        }
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    return (
        sorted(str(part) for part in value) if isinstance(value, (set, frozenset)) else str(value)
    )
