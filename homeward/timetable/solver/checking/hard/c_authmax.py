"""No client has more in a week than is authorised."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, known_clients

CODE = "C-AUTHMAX"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        if sum(span.slots for span in spans) > client.most_a_week:
            yield Violation(CODE, client.id)
