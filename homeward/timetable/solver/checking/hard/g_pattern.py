"""A series meets on an allowed set of days, always at one time; others, and make-ups, once."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "G-PATTERN"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        service = view.instance.services.get(group.service)
        if service is None:
            continue
        held = [meeting.day for meeting in group.meetings]
        days = tuple(sorted((*held, *group.called_off)))
        if service.is_series and not group.makes_up:
            allowed = view.instance.day_patterns.get(len(days), frozenset())
            is_legal = days in allowed and len({each.start for each in group.meetings}) == 1
        else:
            is_legal = len(held) == len(days) == 1
        if not is_legal:
            yield Violation(CODE, f"group {group.id} days {list(days)}")
