"""Days planned anew for people of one class while every series stands.

Where somebody lacks a lecture or a talk, they and others of their phase and language give up all
but their series, and each of their days is chosen again from every way it could be filled.
"""

from collections.abc import Iterable
from random import Random

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.repairing.additions import lacking
from homeward.timetable.solver.repairing.gaining import Gaining
from homeward.timetable.solver.standing import LedTeam, Standing

MATES = 12


class ByDays:
    """Whose days are opened next: everybody who lacks something in turn, until none of them gains.

    The chance comes from the seed, so the order of the search is the same every time.
    """

    def __init__(self, possible: Possible, told: Told, seed: int) -> None:
        self.possible, self.told = possible, told
        self.chance = Random(f"days {seed}")  # noqa: S311
        self.turn = self.idle = 0
        self.is_resting = False

    def next(self, standing: Standing) -> Gaining | None:
        """Every other time a model; None as well where nobody lacks anything but a series."""
        self.is_resting = not self.is_resting
        short = [] if self.is_resting else self._short(standing)
        if self.idle >= len(short):
            self.idle = max(0, self.idle - 1) if short else self.idle
            return None
        first = short[self.turn % len(short)]
        self.turn += 1
        clients, own = self.possible.clients, self.possible.clients[first]
        mates = [
            id_
            for id_, each in clients.items()
            if (each.phase, each.language) == (own.phase, own.language) and id_ != first
        ]
        self.chance.shuffle(mates)
        mates.sort(key=lambda each: each not in short)
        return by_days(self.possible, standing, (first, *mates[:MATES]), self.told)

    def learn(self, *, improved: bool) -> None:
        """What came of it."""
        self.idle = 0 if improved else self.idle + 1

    def _short(self, standing: Standing) -> list[str]:
        services = self.possible.services
        return [
            id_
            for id_ in self.possible.clients
            if any(not services[code].is_series for code in lacking(self.possible, standing, id_))
        ]


def by_days(possible: Possible, standing: Standing, people: Iterable[str], told: Told) -> Gaining:
    """The model in which these people's days are open; it begins from the week as it stands.

    A group that too few others would be left in is given up as well, with all who sit there.
    """
    chosen = set(people)
    groups, moving = [], set(chosen)
    for each in standing.groups:
        service = possible.services[each.team.cell.service]
        rest = tuple(member for member in each.team.members if member not in chosen)
        if service.is_series or rest == each.team.members:
            groups.append(each)
        elif len(rest) >= service.least:
            groups.append(LedTeam(Team(each.team.cell, rest), each.leader, each.rooms))
        else:
            moving |= set(rest)
    loose = [key for key in standing.visits if key[0] in chosen]
    left = Standing(tuple(groups), standing.visits)
    return Gaining(
        possible, left, sorted(moving), told, 0, loose, of_series=False, wished=standing
    )  # fmt: skip
