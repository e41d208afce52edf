"""A leader has the group's service, language and population; a one-to-one's staff the service."""

from collections.abc import Iterator

from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.checking.view import View

CODE = "S-SKILL"


def violations(view: View) -> Iterator[Violation]:
    """Each place where that is broken."""
    staff = view.instance.staff
    for group in view.schedule.groups:
        for name in dict.fromkeys((group.staff, *group.leaders)):
            leader = staff.get(name)
            if (
                leader is None
                or group.service not in leader.skills
                or group.language not in leader.languages
                or group.population not in leader.populations
            ):
                yield Violation(CODE, f"group {group.id} {name}")
    for single in view.schedule.singles:
        person = staff.get(single.staff)
        service = view.instance.services.get(single.service)
        if (
            person is None
            or service is None
            or service.is_group
            or single.service not in person.skills
        ):
            yield Violation(CODE, f"{single.service} of {single.client} {single.staff}")
