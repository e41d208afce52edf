"""Who may stand in for a clinician who is gone for the rest of the week.

A one-to-one belongs to the client's own clinician as long as that one is there at all; a day or
two away moves it to another day, a whole week away gives it to a colleague.
"""

from collections.abc import Iterable
from dataclasses import replace

from homeward.timetable.solver.instance import Client, Instance, Person, Window
from homeward.timetable.solver.placing.ground import Ground


def with_stand_ins(before: Instance, after: Instance, since: int) -> Instance:
    """`after` with colleagues assigned to whoever lost all of their own people by the events.

    `since` is the first slot of the week that may still be changed.
    """
    wide = after.grid.slots_a_day
    there = {id_ for id_, each in after.staff.items() if _works(each.windows, since, wide)}
    gone = {
        id_
        for id_, each in after.staff.items()
        if id_ not in there
        and id_ in before.staff
        and _works(before.staff[id_].windows, since, wide)
        and each.windows != before.staff[id_].windows
    }
    if not gone:
        return after
    ground = Ground.of(after)
    clients = {
        id_: _covered(after, ground, client, gone, there) for id_, client in after.clients.items()
    }
    return replace(after, clients=clients)


def _works(windows: Iterable[Window], since: int, wide: int) -> bool:
    return any(each.day * wide + each.ends > since for each in windows)


def _covered(
    instance: Instance, ground: Ground, client: Client, gone: set[str], there: set[str]
) -> Client:
    """The client with colleagues who give the service, in their language where somebody does."""
    assigned = dict(client.assigned)
    for code, people in client.assigned.items():
        if not people & gone or people & there:
            continue
        able = [
            person
            for id_, person in instance.staff.items()
            if id_ in there and ground.may_serve(person, code) and ground.may_meet(id_, client.id)
        ]
        speaking = [person for person in able if client.language in person.languages]
        assigned[code] = people | {person.id for person in _first(speaking, able)}
    return client if assigned == client.assigned else replace(client, assigned=assigned)


def _first(preferred: list[Person], others: list[Person]) -> list[Person]:
    return preferred or others
