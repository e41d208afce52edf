"""A room has a place for every member and one more."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "R-CAP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for span in view.meetings:
        room = view.instance.rooms.get(span.room) if span.is_in_person else None
        if room is not None and room.capacity < span.members + 1:
            yield Violation(CODE, f"{span.words} {span.room}")
