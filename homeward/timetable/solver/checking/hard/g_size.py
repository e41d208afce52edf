"""A group has at least and at most the members its service asks for."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "G-SIZE"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        service = view.instance.services.get(group.service)
        if service is None:
            continue
        most = max((len(group.people_at(each)) for each in group.meetings), default=0)
        if len(group.members) < service.least or max(most, len(group.members)) > service.most:
            yield Violation(CODE, f"group {group.id} has {max(most, len(group.members))}")
