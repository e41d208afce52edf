"""No client has more of a service than they need."""

from collections import Counter
from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, known_clients

CODE = "C-EXCESS"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for service, number in Counter(span.service for span in spans).items():
            if number > client.needs.get(service, 0):
                yield Violation(CODE, f"{client.id} {service}")
