"""No client has more in a day than their cap."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day, known_clients

CODE = "C-MAXDAY"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for day, held in by_day(spans).items():
            if sum(span.slots for span in held) > client.most_a_day:
                yield Violation(CODE, f"{client.id} day {day}")
