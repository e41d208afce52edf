"""Groups that meet once: beside what people already come for, and on a day of their own after."""

from collections import Counter, defaultdict

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


def place_topics(
    placing: Placing,
    service: str,
    asked: Counter[str],
    *,
    new_days: bool,
    manner: Manner = BY_HAND,
) -> None:
    """Open groups of one service until none can be opened.

    Without `new_days` nobody is asked to come on a day they do not come anyway.
    """
    wishes: dict[Kind, dict[Place, Wish]] = {}
    for client in placing.instance.clients:
        _wait(placing, wishes, client, service, new_days=new_days)
    refused: set[tuple[Kind, Place]] = set()
    chance = manner.chance()
    blur: dict[tuple[Kind, Place], float] = defaultdict(lambda: 1 + manner.noise * chance.random())
    while True:
        open_ = [
            wish
            for kind, places in wishes.items()
            for place, wish in places.items()
            if len(wish.members) >= wish.service.least and (kind, place) not in refused
        ]
        if not open_:
            return
        best = min(
            open_,
            key=lambda wish: (
                -wish.size * (blur[wish.kind, wish.place] if manner.noise else 1),
                wish.kind,
                wish.place,
            ),
        )
        reach = reach_of(wishes[best.kind].values())
        seated = open_one(placing, best, asked, reach)
        if not seated:
            refused.add((best.kind, best.place))
            continue
        changed = dict.fromkeys(seated)
        for each in seated:
            changed.update(dict.fromkeys(placing.ground.apart_on_site.get(each, ())))
        for client in changed:
            _forget(wishes, client)
            _wait(placing, wishes, client, service, new_days=new_days)


def _wait(
    placing: Placing,
    wishes: dict[Kind, dict[Place, Wish]],
    client: str,
    code: str,
    *,
    new_days: bool,
) -> None:
    """Put a client who still lacks the service among every wish they could join."""
    service = placing.instance.services[code]
    load = placing.clients[client]
    if not placing.missing(client, code):
        return
    if load.slots + service.slots > placing.instance.clients[client].most_a_week:
        return
    kind = kind_of(placing.instance, client, code)
    places = wishes.setdefault(kind, {})
    for mode in modes_of(placing.instance, client):
        for day in range(len(load.busy)):
            if not new_days and not load.busy[day]:
                continue
            for start in bits.places(starts.of_client(placing, client, service, day, mode)):
                place: Place = (mode, (day,), start)
                places.setdefault(place, Wish(kind, service, *place)).members.append(client)


def _forget(wishes: dict[Kind, dict[Place, Wish]], client: str) -> None:
    for places in wishes.values():
        for wish in places.values():
            if client in wish.members:
                wish.members.remove(client)
