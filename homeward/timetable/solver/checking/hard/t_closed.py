"""Nothing is on a closed day, in a closure, or outside the hours of the day."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "T-CLOSED"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    grid = view.instance.grid
    for span in view.meetings:
        is_open = 0 <= span.day < len(grid.days) and span.day not in grid.closed_days
        is_shut = any(
            each.day == span.day and each.begins < span.ends and span.begins < each.ends
            for each in grid.closures
        )
        if not is_open or is_shut or span.begins < 0 or span.ends > grid.slots_a_day:
            yield Violation(CODE, span.words)
