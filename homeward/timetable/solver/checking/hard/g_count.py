"""A series meets as often as each of its members needs; what makes up for one meets once."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "G-COUNT"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        service = view.instance.services.get(group.service)
        if service is None or not service.is_series or group.makes_up:
            continue
        meets = len(group.meetings) + len(group.called_off)
        for member in group.members:
            client = view.instance.clients.get(member)
            if client is not None and client.needs.get(group.service, 0) != meets:
                yield Violation(CODE, f"group {group.id} {member}")
