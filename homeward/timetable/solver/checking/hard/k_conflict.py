"""Staff and a client with a declared conflict never meet, in a group or alone."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "K-CONFLICT"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    barred = view.instance.conflicts
    for group in view.schedule.groups:
        pairs = {
            (group.leader_of(at), each) for at in group.meetings for each in group.people_at(at)
        }
        for leader, member in sorted(pairs & barred):
            yield Violation(CODE, f"group {group.id} {leader} {member}")
    for single in view.schedule.singles:
        if (single.staff, single.client) in barred:
            yield Violation(CODE, f"{single.service} of {single.client} {single.staff}")
