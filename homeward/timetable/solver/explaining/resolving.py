"""The week solved again around one client's need; by hand first, then by moving a few others.

Only the process that plans imports this.
"""

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.explaining.conflicting import Resolve
from homeward.timetable.solver.explaining.unplaced import Unplaced
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.repairing.repair import repair
from homeward.timetable.solver.schedule import Schedule

EFFORT = 4


def around(told: Unplaced, horizon: Disruption, params: Params) -> Resolve:
    """A re-solve for one need; nothing that begins before the horizon is moved."""

    def resolve(changed: Instance) -> Schedule:
        standing = changed.previous or Schedule()
        if horizon.horizon(changed.grid) == 0:
            grown = by_hand(changed, fixed=standing)
            if _is_met(changed, grown, told) and check(changed, grown).holds:
                return grown
        found = repair(changed, standing, horizon, params, only=frozenset({told.client}))
        met = [each.schedule for each in found if _is_met(changed, each.schedule, told)]
        return met[0] if met else standing

    return resolve


def _is_met(instance: Instance, schedule: Schedule, told: Unplaced) -> bool:
    held = sum(
        (client, service) == (told.client, told.service)
        for client, service, *_ in promises(instance, schedule)
    )
    return held >= instance.clients[told.client].needs[told.service]
