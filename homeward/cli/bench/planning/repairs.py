"""The disruptions of a made-up week mended; every alternative checked against what changed."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.disruptions import disruptions
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.schedule import Schedule

if TYPE_CHECKING:
    from homeward.cli.bench.planning.runs import Asked
    from homeward.timetable.solver.answer import Params


FEWEST_EFFORT = 3.0


@dataclass(frozen=True, slots=True)
class Published:
    """A made-up week as it was published; `only` one disruption of it, or all."""

    clients: int
    kind: str
    seed: int
    effort: int
    seconds: float | None
    only: str = ""


def mended_week(asked: Published) -> dict[str, Any]:
    """Every disruption of the complete week a made-up program was planted around."""
    from homeward.timetable.solver.answer import Params
    from homeward.timetable.solver.generating.generate import generate

    instance, schedule = generate(asked.clients, asked.kind, asked.seed)
    if schedule is None:
        raise ValueError(asked.kind)
    params = Params(effort=asked.effort, seconds=asked.seconds, seed=asked.seed, bounds=False)
    return {
        "clients": asked.clients,
        "kind": asked.kind,
        "seed": asked.seed,
        "disruptions": mended(instance, schedule, asked.seed, params, asked.only),
    }


def repaired(instance: Instance, schedule: Schedule, asked: "Asked") -> dict[str, Any]:
    """The same of a week that was just solved."""
    from homeward.timetable.solver.answer import Params

    params = Params(
        effort=asked.effort, seconds=asked.seconds, workers=asked.workers, seed=asked.seed
    )
    return mended(instance, schedule, asked.seed, params)


def mended(
    instance: Instance, schedule: Schedule, seed: int, params: "Params", only: str = ""
) -> dict[str, Any]:
    """By disruption: what each alternative costs, whom it moves, and when it was there."""
    # The optimizer is loaded only where weeks are planned.
    from homeward.timetable.solver.engine import Effort
    from homeward.timetable.solver.repairing.changing import changed
    from homeward.timetable.solver.repairing.fewest import fewest_moved
    from homeward.timetable.solver.repairing.reading import disruption_of
    from homeward.timetable.solver.repairing.repair import repair

    told = len(promises(instance, schedule))
    found = {}
    for name, document in disruptions(instance, schedule, seed).items():
        if only not in ("", name):
            continue
        disruption = disruption_of(document, instance)
        now = changed(instance, schedule, disruption)
        began = time.perf_counter()
        there: dict[str, float] = {}

        def note(progress: Any, began: float = began, there: dict[str, float] = there) -> None:
            there[progress.stage] = round(time.perf_counter() - began, 1)

        alternatives = repair(instance, schedule, disruption, params, note)
        seconds = round(time.perf_counter() - began, 1)
        fewest = fewest_moved(now, schedule, Effort(total=FEWEST_EFFORT, seed=seed))
        found[name] = {
            "seconds": seconds,
            "promises": told,
            "fewest_moved_in_any_week": fewest.sessions,
            "alternatives": [
                {**_told(now, schedule, each), "seconds": there[each.name]} for each in alternatives
            ],
        }
    return found


def _told(now: Instance, before: Schedule, alternative: Any) -> dict[str, Any]:
    report = check(now, alternative.schedule)
    was, held = promises(now, before), promises(now, alternative.schedule)
    return {
        "name": alternative.name,
        "violations": len(report.violations),
        "unmet": report.unplaced,
        "impossible": sum(each.missing for each in alternative.impossible),
        **report.tiers.to_json(),
        "sessions_moved_or_lost": sum(promise not in held for promise in was),
        "people_moved": len({promise[0] for promise in was if promise not in held}),
        "changed_faces": sum(held.get(promise, staff) != staff for promise, staff in was.items()),
    }
