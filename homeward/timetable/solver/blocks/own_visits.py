"""How much of each week the staff's own one-to-ones will take."""

from homeward.timetable.solver.possible import Possible


def own_slots(possible: Possible) -> dict[str, int]:
    """The slots of one-to-ones each of the staff will have, shared where several are assigned."""
    load = dict.fromkeys(possible.staff, 0.0)
    for client in possible.clients.values():
        for code, number in sorted(client.needs.items()):
            service = possible.services[code]
            if service.is_group or not number:
                continue
            people = possible.counsellors(client, code)
            for person in people:
                load[person] += number * service.slots / len(people)
    return {person: int(slots + 0.999) for person, slots in load.items()}
