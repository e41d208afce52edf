"""Everybody in the schedule is a client of the instance."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "C-UNKNOWN"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    named = [
        (member, f"group {group.id}")
        for group in view.schedule.groups
        for member in dict.fromkeys(group.everybody)
    ]
    named += [(each.client, each.service) for each in view.schedule.singles]
    for client, where in named:
        if client not in view.instance.clients:
            yield Violation(CODE, f"{client} {where}")
