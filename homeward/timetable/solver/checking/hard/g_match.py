"""Members share the phase and language of their group, and its population where it is a series."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.instance import MIXED

CODE = "G-MATCH"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    for group in view.schedule.groups:
        service = view.instance.services.get(group.service)
        if service is None or not service.is_group:
            yield Violation(CODE, f"group {group.id} service {group.service}")
            continue
        if not service.is_series and group.population != MIXED:
            yield Violation(CODE, f"group {group.id} population {group.population}")
        for member in dict.fromkeys(group.everybody):
            client = view.instance.clients.get(member)
            if client is None:
                continue
            is_theirs = (client.phase, client.language) == (group.phase, group.language)
            if service.is_series and client.population != group.population:
                is_theirs = False
            if not is_theirs:
                yield Violation(CODE, f"group {group.id} {member}")
