"""One made-up week: planted, planned by hand's way, solved; every schedule checked."""

import os
import resource
import time
from dataclasses import dataclass
from typing import Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import by_hand, greedy
from homeward.timetable.solver.instance import GROUP, Instance
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Asked:
    """What is planned and how hard."""

    clients: int
    kind: str
    seed: int
    effort: int
    seconds: float | None
    workers: int
    product_rules: bool
    with_bounds: bool
    with_disruptions: bool


def run_one(asked: Asked) -> dict[str, Any]:
    """Everything measured of one week; `violations` counts those of every schedule seen."""
    instance, planted = generate(
        asked.clients, asked.kind, asked.seed, product_rules=asked.product_rules
    )
    coordinated = check(instance, by_hand(instance))
    quick, seconds = _timed(greedy, instance)
    found: dict[str, Any] = {
        "clients": asked.clients,
        "kind": asked.kind,
        "seed": asked.seed,
        "staff": len(instance.staff),
        "group_rooms": sum(room.kind == GROUP for room in instance.rooms.values()),
        "offices": sum(room.kind != GROUP for room in instance.rooms.values()),
        "impossible": sum(each.missing for each in propagate(instance).impossible),
        "planted": None if planted is None else told(check(instance, planted)),
        "by_hand": told(coordinated),
        "greedy": {**told(check(instance, quick)), "seconds": round(seconds, 2)},
    }
    found["solved"], schedule = solved(instance, asked)
    explained, seconds = _timed(explain, instance, schedule)
    found["explain"] = {"needs": len(explained), "seconds": round(seconds, 2)}
    if asked.with_disruptions:
        from homeward.cli.bench.planning.repairs import repaired

        found["disruptions"] = repaired(instance, schedule, asked)
    found["violations"] = sum(_violations(found))
    found["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found["load"] = round(os.getloadavg()[0], 1)
    return found


def solved(instance: Instance, asked: Asked) -> tuple[dict[str, Any], Schedule]:
    """The solver's answer with its times; every schedule told of on the way is checked after.

    Seconds of the clock depend on what else the machine does; those of the processor do not.
    """
    from homeward.timetable.solver.answer import Params, Progress
    from homeward.timetable.solver.solve import solve

    began, worked = time.perf_counter(), time.process_time()
    seen: list[tuple[float, Progress]] = []
    cpu: list[float] = []

    def tell(progress: Progress) -> None:
        seen.append((time.perf_counter() - began, progress))
        cpu.append(time.process_time() - worked)

    result = solve(
        instance,
        Params(
            effort=asked.effort,
            seconds=asked.seconds,
            workers=asked.workers,
            seed=asked.seed,
            bounds=asked.with_bounds,
        ),
        tell,
    )
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - worked
    report = check(instance, result.schedule)
    on_the_way = sum(len(check(instance, each.schedule).violations) for _, each in seen)
    bounds = dict(result.bounds)
    answer = {
        **told(report),
        "bounds": bounds,
        "tier3_gap": _gap(report.tiers.tier3, bounds.get("tier3", 0)),
        "status": result.status,
        "seconds_to_first": _first(seen, lambda each: True),
        "seconds_to_none_unmet": _first(seen, lambda each: each.unplaced == 0),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_seconds, 1),
        "cpu_seconds_to_none_unmet": next(
            (round(at, 1) for at, (_, each) in zip(cpu, seen, strict=True) if not each.unplaced),
            None,
        ),
        "deadline_fired": result.deadline_fired,
    }
    answer["violations"] += on_the_way
    return answer, result.schedule


def told(report: Report) -> dict[str, Any]:
    """A report in a line."""
    return {
        "violations": len(report.violations),
        "unmet": report.unplaced,
        **report.tiers.to_json(),
    }


def _timed(work: Any, *arguments: Any) -> tuple[Any, float]:
    began = time.perf_counter()
    answer = work(*arguments)
    return answer, time.perf_counter() - began


def _first(seen: list[tuple[float, Any]], holds: Any) -> float | None:
    return next((round(at, 1) for at, each in seen if holds(each)), None)


def _gap(cost: int, bound: float) -> float | None:
    """How far the cost is above the bound, as a share of it."""
    return round((cost - bound) / bound, 3) if bound else None


def _violations(found: dict[str, Any]) -> list[int]:
    told_of = [found["planted"], found["by_hand"], found["greedy"], found["solved"]]
    for each in found.get("disruptions", {}).values():
        told_of += each["alternatives"]
    return [each["violations"] for each in told_of if each]
