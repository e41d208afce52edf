"""Meetings in person are in a room of their kind: groups in group rooms, one-to-ones in offices."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.instance import GROUP, OFFICE

CODE = "R-KIND"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for span in view.meetings:
        if not span.is_in_person:
            continue
        room = view.instance.rooms.get(span.room)
        if room is None or room.kind != (GROUP if span.is_group else OFFICE):
            yield Violation(CODE, f"{span.words} {span.room or 'no room'}")
