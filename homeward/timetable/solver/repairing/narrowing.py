"""Of many who could see a client, the few worth looking at while a week is mended.

Where any of twenty colleagues may stand in, looking at all of them for every client and hour would
take longer than anybody waits.
"""

from collections import Counter, defaultdict
from dataclasses import replace

from homeward.timetable.solver.instance import Client, Instance
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.schedule import Schedule

MOST = 4


def narrowed(instance: Instance, published: Schedule) -> Instance:
    """The instance with at most a few assigned to any need: who was promised, then who is free
    when the promise was and has the emptier week; spread over everybody."""
    if all(len(people) <= MOST for each in instance.clients.values()
           for people in each.assigned.values()):  # fmt: skip
        return instance
    crowd = Crowd(instance, published)
    clients = {id_: crowd.narrow(each) for id_, each in sorted(instance.clients.items())}
    return replace(instance, clients=clients)


class Crowd:
    """What everybody's published week leaves, and whom the clients so far may turn to."""

    def __init__(self, instance: Instance, published: Schedule) -> None:
        self.instance = instance
        width = len(instance.grid.days)
        self.free = {
            id_: list(bits.of_windows(each.windows, width)) for id_, each in instance.staff.items()
        }
        self.load: Counter[str] = Counter()
        self.told: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
        for (client, code, day, start, _mode), person in promises(instance, published).items():
            self.told[client, code].append((day, start, person))
        for person, code, day, start in _held(published):
            if person in self.free and code in instance.services:
                slots = instance.services[code].slots
                self.free[person][day] &= ~bits.span(start, slots)
                self.load[person] += slots

    def narrow(self, client: Client) -> Client:
        """One client with the few."""
        assigned = dict(client.assigned)
        for code, people in sorted(client.assigned.items()):
            if len(people) > MOST and client.needs.get(code):
                assigned[code] = frozenset(self._few(client, code, sorted(people)))
        return client if assigned == client.assigned else replace(client, assigned=assigned)

    def _few(self, client: Client, code: str, people: list[str]) -> list[str]:
        told = self.told[client.id, code]
        slots = self.instance.services[code].slots
        own = [person for person in people if any(person == each[2] for each in told)]

        def worth(person: str) -> tuple[bool, int, str]:
            is_free = any(
                not bits.span(start, slots) & ~self.free[person][day] for day, start, _ in told
            )
            return not is_free, self.load[person], person

        others = sorted(
            (each for each in people if each not in own and each in self.free), key=worth
        )
        chosen = (own + others)[: max(MOST, len(own))]
        for person in chosen:
            self.load[person] += 1
        return chosen


def _held(published: Schedule) -> list[tuple[str, str, int, int]]:
    found = [
        (group.leader_of(each), group.service, each.day, each.start)
        for group in published.groups
        for each in group.meetings
    ]
    return found + [(each.staff, each.service, each.day, each.start) for each in published.singles]
