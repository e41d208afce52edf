"""When and where groups of fixed members meet: slots, rooms, and what comes before what."""

from homeward.cli.bench.outside.as_week import Places
from homeward.cli.bench.outside.partial_tables import PartialTable
from homeward.cli.bench.outside.track2 import Problem
from homeward.timetable.solver.engine import Effort

ROUNDS_A_UNIT = 500


def place(problem: Problem, effort: Effort) -> Places:
    """A slot and a room for every event where they are found, else for most of the students.

    A unit of effort is so many rounds, each of which places one event.
    """
    table = PartialTable(problem, effort.seed)
    rounds = table.search(int(effort.left * ROUNDS_A_UNIT), lambda: effort.guard.is_over)
    effort.spent += rounds / ROUNDS_A_UNIT
    return table.best
