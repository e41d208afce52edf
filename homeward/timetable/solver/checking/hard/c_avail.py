"""Clients come only when they can."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, is_inside, known_clients

CODE = "C-AVAIL"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for span in spans:
            if not is_inside(span, client.windows):
                yield Violation(CODE, f"{client.id} {span.words}")
