"""Nobody is in a group twice, as a member or a guest."""

from collections import Counter
from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.schedule import Meeting

CODE = "G-DUP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        told = set()
        for meeting in group.meetings or (Meeting(0, 0),):
            for member, number in Counter(group.people_at(meeting)).items():
                if number > 1 and member not in told:
                    told.add(member)
                    yield Violation(CODE, f"group {group.id} {member}")
