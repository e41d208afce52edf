"""A decision that explains itself.

Placement, seats, hours, consent, testing, reviews and charges all return a `Decision`; one
component renders it, the audit stores it, tests read it. Codes are lower snake case; the words
for a code belong to the screen (`core.reasons_words`), never to the rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


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
