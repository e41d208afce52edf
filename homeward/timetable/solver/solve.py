"""A week planned: greedy first, cohorts next, then neighbourhoods until the effort is spent.

Only the process that plans imports this: the optimizer is large and slow to load.
"""

import time
from contextlib import suppress

from homeward.timetable.solver.answer import (
    COMPLETE,
    OPTIMAL,
    PARTIAL,
    OnProgress,
    Params,
    Result,
    ShouldStop,
    fingerprint_of,
)
from homeward.timetable.solver.best import Best, Verdict
from homeward.timetable.solver.blocks.cohorts import plan_cohorts
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.bounds.proving import proven_bounds
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.guard import TimeIsUp
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.neighbourhoods.improving import improve
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.schedule import Schedule

SEARCH_SHARE = 0.85  # of the clock, where bounds are asked
# A large week that lacks so few meetings is begun again with other chances, so often at most.
LARGE_PEOPLE, FEW_LACKING, MOST_ANEW, SEEDS_APART = 100, 5, 2, 1_000


def solve(
    instance: Instance,
    params: Params,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Result:
    """The best checked schedule found; never one that breaks a hard rule.

    The same instance, in whatever order, with the same parameters gives the same schedule unless
    the wall clock or the caller cut the search short, and then the result says so.
    """
    instance = ordered(instance)
    # The clock of a planning that asks for bounds leaves some of itself for them.
    began, share = time.monotonic(), SEARCH_SHARE if params.bounds else 1.0
    effort = Effort(
        total=float(params.effort),
        workers=params.workers,
        seed=params.seed,
        deadline=None if params.seconds is None else began + params.seconds * share,
        should_stop=should_stop or (lambda: False),
    )
    best = Best(instance, effort.total, on_progress)
    possible = Possible(instance, effort.guard.look)
    best.offer("greedy", greedy(instance, look=effort.guard.look), effort.spent)
    known = propagate(instance)
    with suppress(TimeIsUp):  # what was offered until then stands
        _search(possible, effort, best, sum(each.missing for each in known.impossible))
    bounds = {"tier1": 0, "tier2": 0, "tier3": 0}
    if params.bounds:
        ends = None if params.seconds is None else began + params.seconds
        bounds = proven_bounds(
            possible, known, best.report.tiers,
            is_complete=best.report.unplaced == 0,
            effort=effort.total,
            seconds=None if ends is None else ends - time.monotonic(),
            should_stop=effort.should_stop,
        )  # fmt: skip
    return Result(
        schedule=best.schedule,
        tiers=best.report.tiers,
        bounds=bounds,
        unplaced=best.report.unplaced,
        status=_status(best, bounds),
        fingerprint=fingerprint_of(instance, params),
        deadline_fired=effort.deadline_fired,
        stopped=effort.stopped,
        trace=tuple(best.steps),
        impossible=tuple((each.client, each.service) for each in known.impossible),
    )


def _search(possible: Possible, effort: Effort, best: Best, impossible: int) -> None:
    """One way from the first seats to the last trade; another where it ends just short.

    Seats that look as good to the first stage may leave the last a meeting that fits nowhere; seats
    of other chances often do not.
    """
    ahead = Ahead(possible)
    _one_way(possible, effort, best, ahead)
    for _turn in range(MOST_ANEW):
        lacking = best.report.unplaced - impossible
        is_large = len(possible.clients) >= LARGE_PEOPLE
        if effort.is_over or not is_large or not 0 < lacking <= FEW_LACKING:
            return
        effort.seed += SEEDS_APART
        best.line = None
        _one_way(possible, effort, best, ahead, anew=True)


def _one_way(
    possible: Possible, effort: Effort, best: Best, ahead: Ahead, *, anew: bool = False
) -> None:
    """Cohorts, then neighbourhoods from the week of cohorts, then from whatever is best."""
    blocks: list[Schedule] = [best.schedule]

    def offer(stage: str, schedule: Schedule) -> Verdict:
        blocks[:] = [schedule]
        return best.offer(stage, schedule, effort.spent)

    if not effort.is_over:
        plan_cohorts(possible, effort, offer, ahead)
    if not effort.is_over and best.begin_line(blocks[-1], anew=anew):
        improve(possible, blocks[-1], effort, offer, ahead, best.cost)
    if not effort.is_over and not anew and (best.line is None or best.is_line_behind):
        best.line = None
        improve(possible, best.schedule, effort, offer, ahead, best.cost)


def _status(best: Best, bounds: dict[str, int]) -> str:
    if best.report.tiers.to_json() == bounds:
        return OPTIMAL
    return COMPLETE if best.report.unplaced == 0 else PARTIAL
