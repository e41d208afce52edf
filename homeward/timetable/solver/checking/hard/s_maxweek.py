"""Nobody of the staff has more contact in a week than their cap."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "S-MAXWEEK"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for person, spans in view.of_staff.items():
        known = view.instance.staff.get(person)
        if known is not None and sum(span.slots for span in spans) > known.most_a_week:
            yield Violation(CODE, person)
