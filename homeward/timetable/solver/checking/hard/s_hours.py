"""Staff meet people within their working hours."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, is_inside

CODE = "S-HOURS"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for person, spans in view.of_staff.items():
        known = view.instance.staff.get(person)
        for span in spans:
            if known is not None and not is_inside(span, known.windows):
                yield Violation(CODE, f"{person} {span.words}")
