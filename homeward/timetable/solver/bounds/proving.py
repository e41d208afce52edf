"""Lower bounds that travel with a planned week: the best that counting and relaxations prove.

Tier 1 for any week at all; tier 3 for any week whose tier 1 is no worse than the one planned.
Relaxations are made of every part that can share groups, smallest first, while the effort allows
it: what a program may cost is told by its size, so that the same effort proves the same. The clock
and a stop only cut short; what was proven until then stays.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from homeward.timetable.solver.bounds import counting
from homeward.timetable.solver.bounds.program import Program
from homeward.timetable.solver.bounds.relaxing import parts, relaxed
from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.guard import Guard, TimeIsUp
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.propagating.finding import Propagated

TERMS_BY_EFFORT = 15_000  # terms of a program that one unit of effort pays for
MOST_TERMS = 700_000  # of one program, for the sake of memory
# Above, a program of everybody at once took longer than all its parts and proved the same.
MOST_WHOLE_TERMS = 250_000
MOST_SECONDS = 240.0


@dataclass(slots=True)
class Allowance:
    """What may still be spent on proofs."""

    terms: float
    until: float
    guard: Guard

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be begun."""
        return self.terms <= 0 or self.guard.is_over

    def least(self, program: Program, costs: Sequence[int], most: int = MOST_TERMS) -> int:
        """What the program proves within what is left; nought if nothing."""
        size = sum(len(row) for row in program.rows)
        if size > min(self.terms, most) or self.is_over or not any(costs):
            return 0
        self.terms -= size
        # Slow to load, and needed only where there is something to solve.
        from homeward.timetable.solver.bounds.prices import row_prices

        prices = row_prices(program, costs, self.until, self.guard.should_stop)
        return 0 if prices is None else max(0, program.proven(costs, prices))


def proven_bounds(
    possible: Possible,
    known: Propagated,
    tiers: Tiers,
    *,
    is_complete: bool,
    effort: float,
    seconds: float | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> dict[str, int]:
    """A bound for each tier of a week that costs `tiers`, none above what the best week costs.

    `seconds` is what the clock leaves, at most four minutes. Tier 2 is nought: a published week may
    be kept as it is. Nought says that nothing is proven.
    """
    least = counting.bounds_of(possible, known, is_complete=is_complete)
    left = MOST_SECONDS if seconds is None else min(MOST_SECONDS, seconds)
    until = time.monotonic() + left
    allowance = Allowance(effort * TERMS_BY_EFFORT, until, Guard(until, should_stop))
    if allowance.is_over:
        return least
    possible.look = allowance.guard.look
    whole = list(possible.clients)
    divided = parts(possible)
    first = [
        _first(possible, part, allowance) if tiers.tier1 > least["tier1"] else 0 for part in divided
    ]
    tier1 = max(least["tier1"], sum(first))
    if tiers.tier1 > tier1 and len(divided) > 1:
        tier1 = max(tier1, _first(possible, whole, allowance, is_whole=True))
    is_counted = is_complete and not least["tier1"]
    tier3 = 0
    for place, part in enumerate(divided):
        others = sum(first) - first[place]
        limit = max(tiers.tier1 - others, 0)
        counted = counting.third_of(possible, part) if is_counted else 0
        tier3 += max(counted, _third(possible, part, limit, allowance))
    tier3 = max(tier3, least["tier3"])
    if tiers.tier3 > tier3:
        tier3 = max(tier3, _third(possible, whole, tiers.tier1, allowance, is_whole=True))
    return {"tier1": tier1, "tier2": 0, "tier3": tier3}


def _first(
    possible: Possible, part: list[str], allowance: Allowance, *, is_whole: bool = False
) -> int:
    if allowance.is_over:
        return 0
    try:
        program = relaxed(possible, part, is_whole=is_whole)
    except TimeIsUp:
        return 0
    return allowance.least(program, program.first, MOST_WHOLE_TERMS if is_whole else MOST_TERMS)


def _third(
    possible: Possible,
    part: list[str],
    limit: int,
    allowance: Allowance,
    *,
    is_whole: bool = False,
) -> int:
    if allowance.is_over:
        return 0
    try:
        program = relaxed(possible, part, is_whole=is_whole).within(limit)
    except TimeIsUp:
        return 0
    return allowance.least(program, program.third, MOST_WHOLE_TERMS if is_whole else MOST_TERMS)
