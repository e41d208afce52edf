"""No client is in two meetings at once."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, known_clients, overlaps

CODE = "C-OVERLAP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for span in overlaps(spans):
            yield Violation(CODE, f"{client.id} {span.words}")
