"""A one-to-one is only with the staff assigned to the client for it."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "S-OWN"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for single in view.schedule.singles:
        client = view.instance.clients.get(single.client)
        if client is None:
            continue
        if single.staff not in client.assigned.get(single.service, frozenset()):
            yield Violation(CODE, f"{single.service} of {single.client} {single.staff}")
