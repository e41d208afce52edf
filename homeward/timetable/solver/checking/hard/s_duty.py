"""While clients are on site enough of the staff are on duty, some of them trained with naloxone."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "S-DUTY"


def violations(view: View) -> Iterator[Violation]:
    """Each slot in which that is broken; who is on duty is told by working hours alone."""
    wanted = view.instance.on_duty
    if not wanted.staff and not wanted.naloxone:
        return
    on_site = {
        (span.day, slot)
        for span in view.meetings
        if span.is_in_person
        for slot in range(span.begins, span.ends)
    }
    for day, slot in sorted(on_site):
        here = [
            person.has_naloxone
            for person in view.instance.staff.values()
            if any(window.holds(day, slot, slot + 1) for window in person.windows)
        ]
        if len(here) < wanted.staff or sum(here) < wanted.naloxone:
            yield Violation(CODE, f"day {day} slot {slot}")
