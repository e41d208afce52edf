"""A leader meets nobody while documenting the group they led, where time for it is set aside."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import Span, View, by_day

CODE = "S-DOCUMENT"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    if not view.instance.documentation_minutes:
        return
    for person, spans in view.of_staff.items():
        for held in by_day(spans).values():
            for led in held:
                for other in held:
                    if other is not led and led.is_group and _cuts_short(view, led, other):
                        yield Violation(CODE, f"{person} {other.words}")


def _cuts_short(view: View, led: Span, other: Span) -> bool:
    """Whether a meeting begins after a group but before it is written up; times in minutes."""
    slot = view.instance.grid.slot_minutes
    service = view.instance.services[led.service]
    ends = led.begins * slot + (service.minutes or service.slots * slot)
    written = max(led.ends * slot, ends + view.instance.documentation_minutes)
    return led.ends * slot <= other.begins * slot < written
