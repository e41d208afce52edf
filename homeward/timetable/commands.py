"""`homeward timetable check` and `explain`: the checker and the reasons, without a browser."""

from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check as check_schedule
from homeward.timetable.solver.explaining.apart import remedies_apart
from homeward.timetable.solver.explaining.explain import explain as explain_schedule
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.disruption import Disruption

DONE, BROKEN = 0, 1
ALL_AHEAD = Disruption(0, 0, 0, ())  # nothing of the week has begun
SHORTLY = Params(effort=2, bounds=False)  # for each of many re-solves


def check(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Say which hard rules a schedule breaks and what it costs; exit 1 on any violation.

    Raises BadInput naming the path of the first fault of form in the instance or the schedule.
    """
    report = check_schedule(instance_of(document), schedule_of(arguments.schedule))
    return report.to_json(), DONE if report.holds else BROKEN


def explain_arguments(parser: ArgumentParser) -> None:
    """How much is asked."""
    parser.add_argument(
        "--remedies", action="store_true",
        help="also plan again around each need: which records would have to change",
    )  # fmt: skip


def explain(document: object, *, arguments: Namespace) -> tuple[list[dict[str, Any]], int]:
    """Say of every unmet need what blocks it and what one change would let it be placed.

    Raises BadInput as `check` does.
    """
    instance, schedule = instance_of(document), schedule_of(arguments.schedule)
    told = explain_schedule(instance, schedule)
    answer = [each.to_json() for each in told]
    if getattr(arguments, "remedies", False):
        for each, entry in zip(told, answer, strict=True):
            found = remedies_apart(
                instance, schedule, (each.client, each.service), ALL_AHEAD, SHORTLY
            )
            entry["would_do"] = [remedy.to_json() for remedy in found]
    return answer, DONE
