"""Nobody leads more groups in a day than the program allows, where it sets a number."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View, by_day

CODE = "S-LEDDAY"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    most = view.instance.most_led_groups_a_day
    if most is None:
        return
    for person, spans in view.of_staff.items():
        for day, held in by_day(spans).items():
            if sum(span.is_group for span in held) > most:
                yield Violation(CODE, f"{person} day {day}")
