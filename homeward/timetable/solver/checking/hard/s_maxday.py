"""Nobody of the staff has more contact in a day than their cap."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day

CODE = "S-MAXDAY"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for person, spans in view.of_staff.items():
        known = view.instance.staff.get(person)
        for day, held in by_day(spans).items():
            if known is not None and sum(span.slots for span in held) > known.most_a_day:
                yield Violation(CODE, f"{person} day {day}")
