"""The five disruptions of a made-up week mended; every alternative checked against what changed."""

import time
from typing import TYPE_CHECKING, Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.disruptions import disruptions
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.schedule import Schedule

if TYPE_CHECKING:
    from homeward.cli.bench.planning.runs import Asked


def repaired(instance: Instance, schedule: Schedule, asked: "Asked") -> dict[str, Any]:
    """By disruption: the seconds it took, and what each alternative costs and whom it moves."""
    # The optimizer is loaded only where weeks are planned.
    from homeward.timetable.solver.answer import Params
    from homeward.timetable.solver.repairing.changing import changed
    from homeward.timetable.solver.repairing.reading import disruption_of
    from homeward.timetable.solver.repairing.repair import repair

    params = Params(
        effort=asked.effort, seconds=asked.seconds, workers=asked.workers, seed=asked.seed
    )
    told = len(promises(instance, schedule))
    found = {}
    for name, document in disruptions(instance, schedule, asked.seed).items():
        disruption = disruption_of(document, instance)
        now = changed(instance, schedule, disruption)
        began = time.perf_counter()
        alternatives = repair(instance, schedule, disruption, params)
        seconds = time.perf_counter() - began
        found[name] = {
            "seconds": round(seconds, 1),
            "promises": told,
            "alternatives": [_told(now, schedule, each) for each in alternatives],
        }
    return found


def _told(now: Instance, before: Schedule, alternative: Any) -> dict[str, Any]:
    report = check(now, alternative.schedule)
    was, held = promises(now, before), promises(now, alternative.schedule)
    return {
        "name": alternative.name,
        "violations": len(report.violations),
        "unmet": report.unplaced,
        **report.tiers.to_json(),
        "sessions_moved_or_lost": sum(promise not in held for promise in was),
        "people_moved": len({promise[0] for promise in was if promise not in held}),
        "changed_faces": sum(held.get(promise, staff) != staff for promise, staff in was.items()),
    }
