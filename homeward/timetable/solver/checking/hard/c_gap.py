"""A client's day has no idle slot between sessions, save a short lunch in the lunch window."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day, idle_slots, known_clients

CODE = "C-GAP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    grid = view.instance.grid
    for client, spans in known_clients(view):
        for day, held in by_day(spans).items():
            idle = idle_slots(held)
            at_lunch = [slot for slot in idle if grid.lunch[0] <= slot < grid.lunch[1]]
            if len(at_lunch) < len(idle) or len(at_lunch) > grid.lunch_max:
                yield Violation(CODE, f"{client.id} day {day}")
