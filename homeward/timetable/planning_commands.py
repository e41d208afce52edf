"""`homeward timetable solve`: a week planned without a browser."""

import json
import os
import signal
import sys
import threading
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.timetable.solver.answer import DEFAULT_EFFORT, Params, Progress
from homeward.timetable.solver.process import solve_apart
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.schedule import Schedule

DONE = 0


def solve_arguments(parser: ArgumentParser) -> None:
    """What `solve` is told beside the instance."""
    parser.add_argument("--out", type=Path, required=True, help="where the schedule goes")
    add_params(parser)


def add_params(parser: ArgumentParser) -> None:
    """How hard to try."""
    parser.add_argument(
        "--effort", type=_positive, default=DEFAULT_EFFORT, help="how long to search, deterministic"
    )
    parser.add_argument(
        "--seconds", type=float, default=None, help="an outer guard; it is told when it fires"
    )
    parser.add_argument(
        "--workers",
        type=_positive,
        default=2,
        help="told in the fingerprint; a search uses one core",
    )
    parser.add_argument("--seed", type=int, default=0, help="another seed, another search")


def params_of(arguments: Namespace) -> Params:
    """The parameters from a command's options."""
    return Params(
        effort=arguments.effort,
        seconds=arguments.seconds,
        workers=arguments.workers,
        seed=arguments.seed,
    )


def solve(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Plan a week; FILE holds the best checked schedule from the first one on.

    Interrupted or out of time, the search ends with what it has. Raises BadInput naming the path
    of the first fault of form in the instance.
    """
    instance = instance_of(document)
    out: Path = arguments.out

    def tell(progress: Progress) -> None:
        write(out, progress.schedule)
        tiers = progress.tiers
        print(
            f"{progress.stage}: {progress.spent:.0f} of {progress.effort:.0f}, "
            f"unplaced {progress.unplaced}, tiers {tiers.tier1} {tiers.tier2} {tiers.tier3}",
            file=sys.stderr,
            flush=True,
        )

    result = solve_apart(
        instance, params_of(arguments), on_progress=tell, should_stop=stop_on_signals()
    )
    write(out, result.schedule)
    return result.to_json(), DONE


def write(out: Path, schedule: Schedule) -> None:
    """Replace the file whole, so that whoever reads it never sees half a schedule."""
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    beside.write_text(json.dumps(schedule_json(schedule), indent=1) + "\n", encoding="utf-8")
    beside.replace(out)


def stop_on_signals() -> Any:
    """Asks whether somebody asked to stop: the first interrupt ends the search, not the command."""
    asked = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: asked.set())
    return asked.is_set


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
