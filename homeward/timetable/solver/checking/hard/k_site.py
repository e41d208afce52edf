"""Two people who are kept apart on site are never there in the same slot."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.instance import KEEP_SITE

CODE = "K-SITE"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for pair in view.instance.keep_apart:
        if pair.level != KEEP_SITE:
            continue
        firsts = [span for span in view.of_client.get(pair.first, ()) if span.is_in_person]
        seconds = [span for span in view.of_client.get(pair.second, ()) if span.is_in_person]
        for first in firsts:
            if any(first.meets(second) for second in seconds):
                yield Violation(CODE, f"{pair.first} {pair.second} {first.words}")
