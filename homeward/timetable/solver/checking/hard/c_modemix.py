"""A client has one way of meeting in a day."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day, known_clients

CODE = "C-MODEMIX"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for day, held in by_day(spans).items():
            if len({span.mode for span in held}) > 1:
                yield Violation(CODE, f"{client.id} day {day}")
