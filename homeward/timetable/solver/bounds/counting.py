"""Lower bounds by counting: what no week could avoid, each tier for itself.

Tier 1: needs that cannot be met at all. Tier 3, for weeks that miss nothing: people of one class
need so many seats, and however they are spread over groups, the cheapest spread costs this much;
besides, nobody's sessions can be cheaper than at their own best times. Nothing is claimed where
something is missing, because a week that places less may well cost less.
"""

from collections import defaultdict
from collections.abc import Iterable

from homeward.timetable.solver.instance import Client, Service
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.propagating.finding import Propagated

Class = tuple[str, int, str, str, int]


def bounds_of(possible: Possible, found: Propagated, *, is_complete: bool) -> dict[str, int]:
    """A bound for each tier; tier 2 is nought, because a published week may be kept as it is."""
    services = possible.services
    first = sum(
        each.missing * services[each.service].slots * services[each.service].unmet
        for each in found.impossible
    )
    third = third_of(possible, possible.clients) if is_complete and not first else 0
    return {"tier1": first, "tier2": 0, "tier3": third}


def third_of(possible: Possible, clients: Iterable[str]) -> int:
    """What some of the clients cost in tier 3 at least, in a week that misses nothing of theirs."""
    people = [possible.clients[id_] for id_ in clients]
    return _groups(possible, people) + _times(possible, people)


def _groups(possible: Possible, people: list[Client]) -> int:
    """Open meetings, empty seats and crowded seats, spread as cheaply as can be."""
    seats: dict[Class, int] = defaultdict(int)
    for client in people:
        for code, number in client.needs.items():
            service = possible.services[code]
            if not service.is_group or not number:
                continue
            population = possible.population(client, service)
            series = number if service.is_series else 0
            key = code, client.phase, client.language, population, series
            seats[key] += 1 if service.is_series else number
    return sum(
        cheapest_spread(possible, possible.services[code], number) * max(1, series)
        for (code, _phase, _language, _population, series), number in sorted(seats.items())
    )


def cheapest_spread(possible: Possible, service: Service, seats: int) -> int:
    """The least that so many seats cost in meetings of a service; the sizes are free."""
    weights = possible.instance.weights
    price = {
        size: weights["open_meeting"]
        + weights["under"] * max(0, service.soft_least - size)
        + weights["over"] * max(0, size - service.target)
        for size in range(service.least, service.most + 1)
    }
    impossible = 1 << 40
    best = [0] + [impossible] * seats
    for number in range(1, seats + 1):
        best[number] = min(
            (best[number - size] + cost for size, cost in price.items() if size <= number),
            default=impossible,
        )
    return best[seats] if best[seats] < impossible else 0


def _times(possible: Possible, people: list[Client]) -> int:
    """Every session of every client at the cheapest times of the cheapest days."""
    return sum(
        _cheapest(possible, client, code, number)
        for client in people
        for code, number in sorted(client.needs.items())
        if number
    )


def _cheapest(possible: Possible, client: Client, code: str, number: int) -> int:
    slots = possible.services[code].slots
    days = []
    for day in possible.days:
        prices = [
            possible.price(client.id, day, start, slots) + possible.mode_price(client.id, mode)
            for mode in possible.modes(client)
            for start in range(possible.slots - slots + 1)
            if possible.has_time(client.id, day, possible.held(code, start), mode)
        ]
        if prices:
            days.append(min(prices))
    return sum(sorted(days)[:number]) if len(days) >= number else 0
