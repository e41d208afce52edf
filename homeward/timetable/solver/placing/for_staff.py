"""What of somebody of the staff stands in the way of meetings."""

from collections.abc import Iterable, Iterator

from homeward.timetable.solver.instance import Service
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.placing.blocker import STAFF, Blocker
from homeward.timetable.solver.placing.state import Placing


def of_staff(
    placing: Placing, staff: str, service: Service, meetings: Iterable[tuple[int, int]]
) -> set[Blocker]:
    """What stands in the way of every (day, start) being with them."""
    person = placing.instance.staff.get(staff)
    if person is None:
        return {Blocker("staff_not_qualified", STAFF, staff)}
    meetings = list(meetings)
    codes = {
        code for day, start in meetings for code in _codes(placing, staff, service, day, start)
    }
    held = placing.staff[staff].slots + service.slots * len(meetings)
    if held > person.most_a_week:
        codes.add("staff_week_full")
    if service.code in person.barred:
        codes.add("staff_barred")
    return {Blocker(code, STAFF, staff) for code in codes}


def _codes(placing: Placing, staff: str, service: Service, day: int, start: int) -> Iterator[str]:
    person = placing.instance.staff[staff]
    load = placing.staff[staff]
    held = bits.span(start, service.slots)
    if person.credential_ends is not None and day >= person.credential_ends:
        yield "staff_credential_ended"
    if held & ~placing.ground.staff_hours[staff][day]:
        yield "staff_not_working"
    if held & load.busy[day]:
        yield "staff_busy"
    writes = bits.span(start + service.slots, placing.ground.documenting[service.code])
    if held & load.writing[day] or writes & load.busy[day]:
        yield "staff_documenting"
    if load.slots_a_day[day] + service.slots > person.most_a_day:
        yield "staff_day_full"
    most = placing.instance.most_led_groups_a_day
    if service.is_group and most is not None and load.led[day] >= most:
        yield "staff_led_groups_full"
