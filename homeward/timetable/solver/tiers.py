"""What a model costs, kept apart by tier, and the three levels made one number where one is asked.

Tiers are lexicographic in intent. Before publication their own prices weigh them well enough; after
it they are minimised one after another, each held while the next is searched.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

FIRST, SECOND = 2_000, 100


@dataclass(slots=True)
class Costs:
    """Lists of expressions of each tier."""

    tier1: list[cp_model.LinearExprT] = field(default_factory=list)
    tier2: list[cp_model.LinearExprT] = field(default_factory=list)
    tier3: list[cp_model.LinearExprT] = field(default_factory=list)
    guide: list[cp_model.LinearExprT] = field(default_factory=list)

    def whole(self) -> cp_model.LinearExpr:
        """All that steers a search that weighs the tiers against each other."""
        return total((*self.tier1, *self.tier2, *self.tier3, *self.guide))

    def weighed(self, *, is_told: bool) -> cp_model.LinearExpr:
        """The same, with tiers so far apart after publication that none is bought with another."""
        if not is_told:
            return self.whole()
        first, second, third = self.levels()
        return FIRST * first + SECOND * second + third

    def levels(self) -> tuple[cp_model.LinearExpr, ...]:
        """The tiers one by one, most important first."""
        return tuple(total(each) for each in (self.tier1, self.tier2, self.tier3))


def total(parts: Iterable[cp_model.LinearExprT]) -> cp_model.LinearExpr:
    """A sum that is an expression even where there is nothing to sum."""
    return cp_model.LinearExpr.sum([*parts, 0])
