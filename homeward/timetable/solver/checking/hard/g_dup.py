"""Nobody is a member of a group twice."""

from collections import Counter
from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "G-DUP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        for member, number in Counter(group.members).items():
            if number > 1:
                yield Violation(CODE, f"group {group.id} {member}")
