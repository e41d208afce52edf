"""The answer to a request: an effect for every item, its basis, its reasons, what is owed."""

from dataclasses import dataclass
from typing import Any

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

from .citations import citation_of
from .codes import RULE_SET, VERSION

PERMIT, DENY, PARTIAL = "permit", "deny", "partial"


def source_of(code: str) -> Source:
    """The section of the law behind a reason code."""
    return Source("part_2", "42 CFR Part 2", "law", citation_of(code))


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """Permit with the basis and the papers cited, or deny with every reason."""

    id: str
    effect: str
    reasons: tuple[str, ...]
    basis: str | None = None
    cites: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "effect": self.effect,
            "reasons": list(self.reasons),
            "basis": self.basis,
            "cites": list(self.cites),
        }


@dataclass(frozen=True, slots=True)
class Disclosure:
    """`partial` releases the permitted items and names the withheld ones."""

    effect: str
    basis: str | None
    cites: tuple[str, ...]
    items: tuple[ItemAnswer, ...]
    obligations: tuple[str, ...]
    rule_set: str = RULE_SET
    version: str = VERSION

    @property
    def released(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items if item.effect == PERMIT)

    @property
    def withheld(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items if item.effect == DENY)

    def to_json(self) -> dict[str, Any]:
        return {
            "effect": self.effect,
            "basis": self.basis,
            "cites": list(self.cites),
            "items": [item.to_json() for item in self.items],
            "withheld": list(self.withheld),
            "obligations": list(self.obligations),
            "rule_set": self.rule_set,
            "version": self.version,
        }

    def to_decision(self) -> Decision:
        """The same answer in the shape every screen can explain; one line per code."""
        lines: dict[tuple[str, State], list[Evidence]] = {}
        for item in self.items:
            state = State.MET if item.effect == PERMIT else State.NOT_MET
            for code in item.reasons:
                lines.setdefault((code, state), []).append(Evidence("item", item.id))
        return Decision(
            outcome=self.effect,
            rule_set=self.rule_set,
            version=self.version,
            reasons=tuple(
                Reason(code, state, tuple(evidence), source_of(code))
                for (code, state), evidence in lines.items()
            ),
            extras={
                "basis": self.basis,
                "cites": self.cites,
                "obligations": self.obligations,
            },
        )
