"""Two people who are kept apart are never in one group."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "K-GROUP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for pair in view.instance.keep_apart:
        for group in view.schedule.groups:
            if any(
                {pair.first, pair.second} <= set(group.people_at(each)) for each in group.meetings
            ):
                yield Violation(CODE, f"group {group.id} {pair.first} {pair.second}")
