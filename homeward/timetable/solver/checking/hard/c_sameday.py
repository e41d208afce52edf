"""A client has each service at most once in a day."""

from collections import Counter
from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day, known_clients

CODE = "C-SAMEDAY"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for client, spans in known_clients(view):
        for day, held in by_day(spans).items():
            for service, number in Counter(span.service for span in held).items():
                if number > 1:
                    yield Violation(CODE, f"{client.id} day {day} {service}")
