"""Published course timetables (ITC-2007 track 2) through an adapter: how many become feasible.

An event is a group of fixed members with a leader of its own; every answer is checked by the
product's own checker and for what only these problems ask. Without the files it says so.
"""

import time
from argparse import ArgumentParser, Namespace
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from homeward.cli import frame
from homeward.cli.bench.outside.finding import NAMED_BY, folder
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.process import speaks_aside

NEEDS = "nothing"
WHERE = "timetable/itc2007-track2"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--only", default="", help="one problem, by the end of its name")
    parser.add_argument("--effort", type=int, default=600, help="deterministic effort for each")
    parser.add_argument("--seconds", type=float, default=None, help="an outer guard for each")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another search")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Place every problem; exit 1 when an answer breaks a rule, not when one is not feasible."""
    place = folder(WHERE)
    if place is None:
        frame.say(f"no reference data: set {NAMED_BY} to the folder that has {WHERE}")
        return {"problems": [], "feasible": 0, "ok": True, "skipped": True}, frame.DONE
    files = sorted(path for path in place.glob("*.tim") if path.stem.endswith(arguments.only))
    if not files:
        raise BadInput("only", f"no problem ends like this; there are {len(list(place.iterdir()))}")
    found = []
    for path in files:
        with ProcessPoolExecutor(1, get_context("spawn"), speaks_aside) as pool:
            told = pool.submit(
                place_one, path, arguments.effort, arguments.seconds, arguments.seed
            ).result()
        found.append(told)
        frame.say(
            f"{told['problem']}: {told['placed']} of {told['events']} events, distance "
            f"{told['distance']}, violations {told['violations']}, {told['seconds']} s"
        )
    broken = sum(each["violations"] for each in found)
    answer = {
        "problems": found,
        "feasible": sum(each["feasible"] for each in found),
        "violations": broken,
        "ok": not broken,
    }
    return answer, frame.FAILED if broken else frame.DONE


def place_one(path: Path, effort: int, seconds: float | None, seed: int) -> dict[str, Any]:
    """One problem: what was placed, and what the checker says of it.

    `distance` is the students of events that found no place, as the competition counts it.
    """
    from homeward.cli.bench.outside.as_week import faults, instance_of, schedule_of
    from homeward.cli.bench.outside.fixed_groups import place
    from homeward.cli.bench.outside.track2 import read
    from homeward.timetable.solver.checking.check import check
    from homeward.timetable.solver.engine import Effort

    problem = read(path)
    began = time.monotonic()
    spent = Effort(
        total=float(effort), seed=seed, deadline=None if seconds is None else began + seconds
    )
    places = place(problem, spent)
    taken = time.monotonic() - began
    report = check(instance_of(problem), schedule_of(problem, places))
    violations = len(report.violations) + faults(problem, places)
    return {
        "problem": problem.name,
        "events": problem.events,
        "students": len({each for event in problem.students for each in event}),
        "placed": len(places),
        "distance": report.unplaced,
        "feasible": len(places) == problem.events and not violations,
        "violations": violations,
        "seconds": round(taken, 1),
        "effort": round(spent.spent, 1),
        "deadline_fired": spent.deadline_fired,
    }
