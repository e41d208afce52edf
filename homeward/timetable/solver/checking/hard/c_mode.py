"""Clients meet in the way they can, in person or by telehealth."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, known_clients
from homeward.timetable.solver.instance import EITHER

CODE = "C-MODE"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for span in spans:
            if client.mode not in (EITHER, span.mode):
                yield Violation(CODE, f"{client.id} {span.words}")
