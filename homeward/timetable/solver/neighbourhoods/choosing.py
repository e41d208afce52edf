"""Who is freed next: people who could trade with each other what one of them lacks.

The chance comes from the seed, so the order of the search is the same every time.
"""

from collections.abc import Callable, Sequence
from random import Random

from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.standing import Standing

LEAST, FIRST, MOST = 6, 14, 40
LACKING_FIRST = 3  # unmet need comes before comfort


class Choosing:
    """Chooses neighbourhoods: ways that helped come more often, sizes follow what is solved."""

    def __init__(self, possible: Possible, seed: int) -> None:
        self.possible = possible
        self.chance = Random(f"neighbourhoods {seed}")  # noqa: S311
        self.ways: dict[str, Callable[[Standing, int], list[str]]] = {
            "lacking": self._lacking,
            "groups": self._groups,
            "clinician": self._clinician,
            "hour": self._hour,
        }
        self.worth = dict.fromkeys(self.ways, 1.0)
        self.size = dict.fromkeys(self.ways, float(FIRST))
        self._lacking_turn = 0

    def next(self, standing: Standing) -> tuple[str, Free]:
        """The way it was chosen, and whom it frees."""
        names = sorted(self.ways)
        if not self.lacking(standing):
            names.remove("lacking")
        weights = [self.worth[name] * (LACKING_FIRST if name == "lacking" else 1) for name in names]
        way = self.chance.choices(names, weights)[0]
        size = max(LEAST, min(int(self.size[way]), MOST, len(self.possible.clients)))
        people = self.ways[way](standing, size)
        leaders = self._in_the_way(standing, people[0]) if way == "lacking" else frozenset[int]()
        return way, Free(seats=tuple(sorted(set(people))), leaders=leaders)

    def learn(self, way: str, *, improved: bool, solved: bool) -> None:
        """What came of it."""
        self.worth[way] = 0.9 * self.worth[way] + (0.5 if improved else 0.02)
        self.size[way] = max(LEAST, min(MOST, self.size[way] * (1.08 if solved else 0.85)))

    def lacking(self, standing: Standing) -> list[str]:
        """Everybody who has less than they need."""
        had = _held(standing)
        return [
            id_
            for id_, client in self.possible.clients.items()
            if any(had.get((id_, code), 0) < number for code, number in client.needs.items())
        ]

    def _lacking(self, standing: Standing, size: int) -> list[str]:
        """Somebody who lacks something, with those who have it or sit where it could be."""
        short = self.lacking(standing)
        first = short[self._lacking_turn % len(short)]
        self._lacking_turn += 1
        client = self.possible.clients[first]
        had = _held(standing)
        missing = [
            code for code, number in client.needs.items() if had.get((first, code), 0) < number
        ]
        near: list[str] = [first]
        for code in missing:
            if self.possible.services[code].is_group:
                near += self._class_of(first)
            else:
                own = set(self.possible.counsellors(client, code))
                near += self._seen_by(standing, own) + self._led_by(standing, own)
        near += [each for each in short if each in set(self._class_of(first))]
        return [first, *self._some(near, size - 1, but=first)]

    def _in_the_way(self, standing: Standing, client: str) -> frozenset[int]:
        """Groups led by clinicians whose visit the client lacks, and what they could trade for."""
        had, record = _held(standing), self.possible.clients[client]
        own = {
            person
            for code, number in record.needs.items()
            if had.get((client, code), 0) < number and not self.possible.services[code].is_group
            for person in self.possible.counsellors(record, code)
        }
        teams = [each.team.cell for each in standing.groups]
        led = [
            cell for each, cell in zip(standing.groups, teams, strict=True) if each.leader in own
        ]
        return frozenset(
            place
            for place, cell in enumerate(teams)
            if any(
                set(cell.days) & set(other.days)
                and self.possible.held(cell.service, cell.start)
                & self.possible.held(other.service, other.start)
                for other in led
            )
        )

    def _groups(self, standing: Standing, size: int) -> list[str]:
        """The members of a few groups of one phase and language."""
        if not standing.groups:
            return self._some(list(self.possible.clients), size)
        first = self.chance.choice(standing.groups)
        alike = [
            each
            for each in standing.groups
            if each.team.cell[1:3] == first.team.cell[1:3] and each != first
        ]
        self.chance.shuffle(alike)
        people = list(first.team.members)
        for each in alike:
            if len(set(people)) >= size:
                break
            people += each.team.members
        return list(dict.fromkeys(people))[:size]

    def _clinician(self, standing: Standing, size: int) -> list[str]:
        """People who see one of the staff, or are led by them."""
        person = self.chance.choice(list(self.possible.staff))
        near = self._seen_by(standing, {person})
        led = self._led_by(standing, {person})
        self.chance.shuffle(near)
        self.chance.shuffle(led)
        return list(dict.fromkeys([*near[: size // 2], *led, *near[size // 2 :]]))[:size]

    def _hour(self, standing: Standing, size: int) -> list[str]:
        """People whose groups share a room's hour: what one leaves, another may take."""
        if not standing.groups:
            return self._some(list(self.possible.clients), size)
        first = self.chance.choice(standing.groups).team
        held = self.possible.held(first.cell.service, first.cell.start)
        others = [
            each.team
            for each in standing.groups
            if set(each.team.cell.days) & set(first.cell.days)
            and self.possible.held(each.team.cell.service, each.team.cell.start) & held
        ]
        self.chance.shuffle(others)
        people = list(first.members)
        for team in others:
            people += team.members
        return list(dict.fromkeys(people))[:size]

    def _class_of(self, client: str) -> list[str]:
        record = self.possible.clients[client]
        return [
            id_
            for id_, each in self.possible.clients.items()
            if (each.phase, each.language) == (record.phase, record.language)
        ]

    def _seen_by(self, standing: Standing, people: set[str]) -> list[str]:
        return sorted(
            {
                client
                for (client, _day), (_mode, visits) in standing.visits.items()
                if any(person in people for _code, person, _start in visits)
            }
        )

    @staticmethod
    def _led_by(standing: Standing, people: set[str]) -> list[str]:
        return sorted(
            {member for each in standing.groups if each.leader in people
             for member in each.team.members}
        )  # fmt: skip

    def _some(self, people: Sequence[str], number: int, but: str = "") -> list[str]:
        others = [each for each in dict.fromkeys(people) if each != but]
        return self.chance.sample(others, max(0, min(number, len(others))))


def _held(standing: Standing) -> dict[tuple[str, str], int]:
    had: dict[tuple[str, str], int] = {}
    for each in standing.groups:
        for member in each.team.members:
            key = member, each.team.cell.service
            had[key] = had.get(key, 0) + len(each.team.cell.days)
    for (client, _day), (_mode, visits) in standing.visits.items():
        for code, _person, _start in visits:
            had[client, code] = had.get((client, code), 0) + 1
    return had
