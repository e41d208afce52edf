"""Only meetings of a series are made up one by one, and only by people who need the series."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, groups_of

CODE = "G-MAKEUP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group, service in groups_of(view):
        guests = [each for meeting in group.meetings for each in meeting.guests]
        if not service.is_series and (guests or group.makes_up):
            yield Violation(CODE, f"group {group.id}")
            continue
        coming = (*(group.members if group.makes_up else ()), *guests)
        for each in dict.fromkeys(coming):
            client = view.instance.clients.get(each)
            if client is not None and not client.needs.get(group.service):
                yield Violation(CODE, f"group {group.id} {each}")
