"""What would give one need its place, found in a process of its own."""

import signal
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.explaining.conflicting import Remedy, remedies
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.process import answer_apart, speaks_aside
from homeward.timetable.solver.repairing.disruption import Disruption
from homeward.timetable.solver.schedule import Schedule

Need = tuple[str, str]  # (client, service)


def remedies_apart(
    instance: Instance, schedule: Schedule, need: Need, when: Disruption, params: Params
) -> tuple[Remedy, ...]:
    """Records that would do, each verified; raises PlanningFailed if the child ended too soon."""
    found: tuple[Remedy, ...] = answer_apart(_find, (instance, schedule, need, when, params))
    return found


def _find(
    tell: Connection,
    cancel: Event,
    instance: Instance,
    schedule: Schedule,
    need: Need,
    when: Disruption,
    params: Params,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speaks_aside()
    from homeward.timetable.solver.explaining.resolving import around

    lacking = (each for each in explain(instance, schedule)
               if (each.client, each.service) == need)  # fmt: skip
    told = next(lacking, None)
    try:
        found = (
            () if told is None
            else remedies(instance, schedule, told, *around(told, when, params))
        )  # fmt: skip
    except MemoryError:
        tell.send("out of memory")
    else:
        tell.send(found)
    tell.close()
