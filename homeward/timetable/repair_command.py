"""`homeward timetable repair`: a published week mended, without a browser."""

from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.timetable.planning_commands import DONE, add_params, params_of
from homeward.timetable.solver.process import repair_apart
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.reading import disruption_of


def repair_arguments(parser: ArgumentParser) -> None:
    """How hard to try."""
    add_params(parser)


def repair(document: object, *, arguments: Namespace) -> tuple[list[dict[str, Any]], int]:
    """Ways to mend a published week after a disruption, the least disturbance first.

    Raises BadInput naming the path of the first fault of form in any of the three.
    """
    instance = instance_of(document)
    schedule = schedule_of(arguments.schedule)
    disruption = disruption_of(arguments.disruption, instance)
    found = repair_apart(instance, schedule, disruption, params_of(arguments))
    return [each.to_json() for each in found], DONE
