"""The week solved again around one client's need; by hand first, then by moving a few others.

Only the process that plans imports this.
"""

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import newly_broken
from homeward.timetable.solver.explaining.conflicting import Resolve
from homeward.timetable.solver.explaining.unplaced import Unplaced
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.repairing.repair import repair
from homeward.timetable.solver.schedule import Schedule


def around(told: Unplaced, horizon: Disruption, params: Params) -> tuple[Resolve, ...]:
    """Re-solves for one need: first moving nobody, then a few others.

    Nothing that begins before the horizon is moved.
    """

    def adding(changed: Instance) -> Schedule:
        standing = changed.previous or Schedule()
        grown = by_hand(changed, fixed=standing)
        broken = newly_broken(check(changed, standing), check(changed, grown))
        return standing if broken else grown

    def moving(changed: Instance) -> Schedule:
        standing = changed.previous or Schedule()
        found = repair(changed, standing, horizon, params, only=frozenset({told.client}))
        met = [each.schedule for each in found if _is_met(changed, each.schedule, told)]
        return met[0] if met else standing

    # Somebody who adds by hand might add to hours that are over.
    return (adding, moving) if not horizon.day and not horizon.slot else (moving,)


def _is_met(instance: Instance, schedule: Schedule, told: Unplaced) -> bool:
    held = sum(
        (client, service) == (told.client, told.service)
        for client, service, *_ in promises(instance, schedule)
    )
    return held >= instance.clients[told.client].needs[told.service]
