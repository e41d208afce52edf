"""Process groups first: a series needs its people, its leader and its rooms on all of its days."""

from collections import Counter, defaultdict

from homeward.timetable.solver.coordinating.beside import worth
from homeward.timetable.solver.coordinating.manner import BY_HAND, Manner
from homeward.timetable.solver.coordinating.opening import (
    kind_of,
    modes_of,
    open_one,
    reach_of,
)
from homeward.timetable.solver.coordinating.wish import Kind, Place, Wish
from homeward.timetable.solver.placing import bits, starts
from homeward.timetable.solver.placing.state import Placing


def place_series(placing: Placing, asked: Counter[str], manner: Manner = BY_HAND) -> None:
    """Open series until none can be opened."""
    chance = manner.chance()
    blur: dict[tuple[Kind, Place], float] = {}

    def rank(wish: Wish) -> tuple[float, Kind, Place]:
        wish.is_even = manner.is_even
        size = float(wish.size)
        if manner.looks_ahead:
            worths = sorted((worth(placing, wish, each) for each in wish.members), reverse=True)
            size = sum(worths[: wish.size])
        if manner.noise:
            key = (wish.kind, wish.place)
            if key not in blur:
                blur[key] = 1 + manner.noise * chance.random()
            size *= blur[key]
        return -size, wish.kind, wish.place

    by_kind = {kind: wishes_of(placing, kind, who) for kind, who in _waiting(placing).items()}
    while any(by_kind.values()):
        best = min(
            (wish for wishes in by_kind.values() for wish in wishes),
            key=rank,
        )
        wishes = by_kind[best.kind]
        first = _worthiest(placing, best) if manner.looks_ahead else {}
        seated = open_one(placing, best, asked, reach_of(wishes), first)
        if not seated:
            wishes.remove(best)
        elif any(placing.ground.apart_on_site.get(each) for each in seated):
            by_kind = {
                kind: wishes_of(placing, kind, who) for kind, who in _waiting(placing).items()
            }
        else:
            by_kind[best.kind] = [each for each in wishes if _without(each, seated)]


def _worthiest(placing: Placing, wish: Wish) -> dict[str, float]:
    return {each: -worth(placing, wish, each) for each in wish.members}


def _without(wish: Wish, seated: list[str]) -> bool:
    """Take the seated out of a wish; whether enough people are left."""
    wish.members = [each for each in wish.members if each not in seated]
    return len(wish.members) >= wish.service.least


def _waiting(placing: Placing) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = defaultdict(list)
    for id_, client in placing.instance.clients.items():
        for code, needed in client.needs.items():
            if not needed or not placing.instance.services[code].is_series:
                continue
            if placing.missing(id_, code) == needed:
                found[kind_of(placing.instance, id_, code)].append(id_)
    return dict(sorted(found.items()))


def wishes_of(placing: Placing, kind: Kind, waiting: list[str]) -> list[Wish]:
    """Every way, set of days and start that enough of the waiting can make."""
    service = placing.instance.services[kind.service]
    found: dict[tuple[str, tuple[int, ...], int], Wish] = {}
    patterns = sorted(placing.instance.day_patterns.get(kind.meetings, ()))
    for client in waiting:
        room = placing.instance.clients[client].most_a_week - placing.clients[client].slots
        if service.slots * kind.meetings > room:
            continue
        for mode in modes_of(placing.instance, client):
            by_day = [
                starts.of_client(placing, client, service, day, mode)
                for day in range(len(placing.instance.grid.days))
            ]
            for days in patterns:
                common = -1
                for day in days:
                    common &= by_day[day]
                for start in bits.places(common):
                    place = (mode, days, start)
                    wish = found.setdefault(place, Wish(kind, service, *place))
                    wish.members.append(client)
    return [wish for _, wish in sorted(found.items()) if len(wish.members) >= service.least]
