"""Leaders and one-to-ones together: what the relaxation has decided stands, the rest is searched.

Seats being given, the linear relaxation is nearly whole: only the groups and clients it leaves in
parts need a search. A first answer among what it uses at all is the hint of the second search.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.relaxing import USED, relaxation
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.blocks.visiting import Led, Visiting
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.possible import Possible

FIRST_PART, SECOND_PART = 0.2, 0.6
NEAR_A_CLIENT = 0.05  # of tier 3: what the last search need not gain
MOST_WHOLE = 10_000  # variables; up to here nothing stands and the optimum is looked for


def lead_and_visit(
    possible: Possible, teams: Sequence[Team], effort: Effort, share: float
) -> Iterator[Led]:
    """Ever better answers, the last one best; none where the relaxation was not solved.

    Only the last one may leave a group without a leader.
    """
    ends = effort.spent + share
    visiting = Visiting(possible, teams, {})
    values = relaxation(visiting.model, effort)
    if values is None:
        return
    best: Led | None = None
    is_given = False
    for part, narrowed, near in _searches(visiting, values):
        if effort.is_over or effort.spent >= ends:
            break
        most = min(share * part, ends - effort.spent)
        found = visiting.search(effort, most, best, near=near, model=narrowed)
        if found is not None and (best is None or found.objective < best.objective):
            best, is_given = found, len(found.leaders) == len(visiting.teams)
            if is_given:
                yield best
    if best is not None and not is_given:
        yield best


def _searches(
    visiting: Visiting, values: Sequence[float]
) -> Iterator[tuple[float, cp_model.CpModel, float]]:
    """One narrowed model after the other, with its part of the effort and how near is enough."""
    near = NEAR_A_CLIENT * len(visiting.possible.clients)
    unused = [each for each in _choices(visiting) if values[each] <= USED]
    yield FIRST_PART, visiting.without(unused), near
    yield SECOND_PART, visiting.without(_decided_against(visiting, values)), near
    if len(visiting.model.proto.variables) <= MOST_WHOLE:
        yield 1.0, visiting.model, 0.0


def _choices(visiting: Visiting) -> Iterator[int]:
    for variable in visiting.leads.values():
        yield variable.index
    for plans in visiting.plans.values():
        for _plan, variable in plans:
            yield variable.index


def _decided_against(visiting: Visiting, values: Sequence[float]) -> set[int]:
    """What is not used, of every group and client of whom nothing is left in parts."""
    teams: dict[int, list[int]] = defaultdict(list)
    clients: dict[str, list[int]] = defaultdict(list)
    for (place, _person), variable in visiting.leads.items():
        teams[place].append(variable.index)
    for (client, _day), plans in visiting.plans.items():
        clients[client] += [variable.index for _plan, variable in plans]
    return {
        index
        for indexes in (*teams.values(), *clients.values())
        if all(min(values[each], 1 - values[each]) <= USED for each in indexes)
        for index in indexes
        if values[index] <= USED
    }
