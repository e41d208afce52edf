"""What the checker says of a schedule."""

from collections import Counter
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A hard rule that is broken, and where."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class Tiers:
    """The cost: what is unmet, what was promised and broken, comfort and effort."""

    tier1: int = 0
    tier2: int = 0
    tier3: int = 0

    def to_json(self) -> dict[str, int]:
        """The three sums by name."""
        return {"tier1": self.tier1, "tier2": self.tier2, "tier3": self.tier3}


@dataclass(frozen=True, slots=True)
class Report:
    """Every violation in order, the cost by tier and by name, and how many meetings are missing."""

    violations: tuple[Violation, ...]
    tiers: Tiers
    costs: dict[str, int]
    unplaced: int

    @property
    def holds(self) -> bool:
        """Whether no hard rule is broken."""
        return not self.violations

    @property
    def figures(self) -> dict[str, int]:
        """The three sums, and how many meetings are missing, as a draft keeps them."""
        return {**self.tiers.to_json(), "unplaced": self.unplaced}

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "violations": [{"code": each.code, "where": each.where} for each in self.violations],
            "tiers": self.tiers.to_json(),
            "costs": dict(self.costs),
            "unplaced": self.unplaced,
        }


def newly_broken(was: Report, now: Report) -> tuple[Violation, ...]:
    """The violations of one report that the other does not have."""
    return tuple(sorted((Counter(now.violations) - Counter(was.violations)).elements()))
