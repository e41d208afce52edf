"""Nobody meets clients from the day a credential ends, or for a service they are barred from."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "S-CREDENTIAL"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for person, spans in view.of_staff.items():
        known = view.instance.staff.get(person)
        if known is None:
            continue
        for span in spans:
            has_lapsed = known.credential_ends is not None and span.day >= known.credential_ends
            if has_lapsed or span.service in known.barred:
                yield Violation(CODE, f"{person} {span.words}")
