"""When a client and somebody assigned to them are both there."""

from collections.abc import Iterator

from homeward.kernel.reasons import Reason
from homeward.timetable.solver.instance import Client, Service
from homeward.timetable.solver.placing import bits, starts
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.propagating.finding import Start, reason
from homeward.timetable.solver.propagating.ways import modes_of, windows_hold


def starts_of(placing: Placing, client: Client, service: Service) -> tuple[Start, ...]:
    """Every day, start, way and clinician, looking at nobody else's meetings."""
    found = []
    for person in _able(placing, client, service):
        for mode in modes_of(placing, client, service):
            for day in range(len(placing.instance.grid.days)):
                common = starts.of_client(placing, client.id, service, day, mode)
                common &= starts.of_staff(placing, person, service, day)
                found += [Start((day,), start, mode, person) for start in bits.places(common)]
    return tuple(sorted(found))


def reasons(placing: Placing, client: Client, service: Service) -> tuple[Reason, ...]:
    """Why there is no start at all."""
    return tuple(_reasons(placing, client, service))


def _able(placing: Placing, client: Client, service: Service) -> list[str]:
    return [
        person
        for person in sorted(client.assigned.get(service.code, ()))
        if placing.ground.may_serve(placing.instance.staff[person], service.code)
        and placing.ground.may_meet(person, client.id)
    ]


def _reasons(placing: Placing, client: Client, service: Service) -> Iterator[Reason]:
    assigned = sorted(client.assigned.get(service.code, ()))
    if not assigned:
        yield reason("nobody_assigned", ("client", client.id, service.code))
        return
    able = _able(placing, client, service)
    if not able:
        yield reason("assigned_may_not", *(("staff", person, service.code) for person in assigned))
        return
    if not windows_hold(placing, client, service):
        yield reason("windows_too_short", ("client", client.id, str(service.slots)))
        return
    if not modes_of(placing, client, service):
        yield reason("no_room", ("program", "", "office"))
        return
    yield reason(
        "hours_never_meet",
        ("client", client.id, str(service.slots)),
        *(("staff", person, str(service.slots)) for person in able),
    )
