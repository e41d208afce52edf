"""`homeward timetable check` and `explain`: the checker and the reasons, without a browser."""

from argparse import Namespace
from typing import Any

from homeward.timetable.solver.checking.check import check as check_schedule
from homeward.timetable.solver.explaining.explain import explain as explain_schedule
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of

DONE, BROKEN = 0, 1


def check(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Say which hard rules a schedule breaks and what it costs; exit 1 on any violation.

    Raises BadInput naming the path of the first fault of form in the instance or the schedule.
    """
    report = check_schedule(instance_of(document), schedule_of(arguments.schedule))
    return report.to_json(), DONE if report.holds else BROKEN


def explain(document: object, *, arguments: Namespace) -> tuple[list[dict[str, Any]], int]:
    """Say of every unmet need what blocks it and what one change would let it be placed.

    Raises BadInput as `check` does.
    """
    told = explain_schedule(instance_of(document), schedule_of(arguments.schedule))
    return [each.to_json() for each in told], DONE
