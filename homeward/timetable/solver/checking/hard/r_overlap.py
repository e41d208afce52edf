"""A room holds one meeting at a time."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, overlaps

CODE = "R-OVERLAP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for room, spans in view.of_room.items():
        for span in overlaps(spans):
            yield Violation(CODE, f"{room} {span.words}")
