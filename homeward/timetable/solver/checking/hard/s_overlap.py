"""Nobody of the staff is in two meetings at once."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, overlaps

CODE = "S-OVERLAP"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for person, spans in view.of_staff.items():
        for span in overlaps(spans):
            yield Violation(CODE, f"{person} {span.words}")
