"""Nothing is held in a room while it is closed."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "R-CLOSED"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for name, spans in view.of_room.items():
        room = view.instance.rooms.get(name)
        if room is None:
            continue
        for span in spans:
            if any(
                each.day == span.day and each.begins < span.ends and span.begins < each.ends
                for each in room.closed
            ):
                yield Violation(CODE, f"{name} {span.words}")
