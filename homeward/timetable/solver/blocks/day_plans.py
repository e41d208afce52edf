"""Every way to put one-to-ones on a client's day so that no gap opens, with what it costs.

The day's groups stand; one-to-ones touch them, touch each other, or bridge no more than lunch.
Contiguity therefore lies in the list itself and no model has to state it.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import Possible, idle_of

# One one-to-one: service, staff, start.
Visit = tuple[str, str, int]


class DayPlan(NamedTuple):
    """One-to-ones of a day in order of time; `price` is what they add to tier 3."""

    mode: str
    visits: tuple[Visit, ...]
    price: int


class Day(NamedTuple):
    """One day of one client: the slots that groups take, and the mode they fix (or none)."""

    client: str
    day: int
    occupied: int
    mode: str


def day_plans(
    possible: Possible,
    day: Day,
    needs: Iterable[str],
    staff_free: Mapping[str, list[int]] | None = None,
    closed: int = 0,
) -> list[DayPlan]:
    """Every valid day with at least one visit; services among `needs`, each at most once.

    `staff_free` narrows the staff's hours; `closed` is slots the client may not use.
    """
    possible.look()
    client = possible.clients[day.client]
    modes = (day.mode,) if day.mode else possible.modes(client)
    found = []
    for mode in modes:
        options = _options(possible, client, day, mode, tuple(sorted(needs)), staff_free, closed)
        found += _grown(possible, client, day, mode, options)
    return found


def _options(
    possible: Possible,
    client: Client,
    day: Day,
    mode: str,
    needs: tuple[str, ...],
    staff_free: Mapping[str, list[int]] | None,
    closed: int,
) -> list[tuple[Visit, int, int]]:
    hours = possible.staff_free if staff_free is None else staff_free
    barred = day.occupied | closed
    found = []
    for code in needs:
        slots = possible.services[code].slots
        for person in possible.counsellors(client, code):
            for start in range(possible.slots - slots + 1):
                held = possible.held(code, start)
                if held & barred or held & hours[person][day.day] != held:
                    continue
                if possible.has_time(client.id, day.day, held, mode):
                    price = possible.price(client.id, day.day, start, slots)
                    found.append(
                        ((code, person, start), held, price + possible.mode_price(client.id, mode))
                    )
    return found


def _grown(
    possible: Possible,
    client: Client,
    day: Day,
    mode: str,
    options: list[tuple[Visit, int, int]],
) -> list[DayPlan]:
    """Grow days visit by visit; taking an outermost visit off a whole day leaves a whole day.

    Where the groups alone leave a gap, anything may grow that ends in a whole day.
    """
    before = day_price(possible, client, day.occupied)
    was_whole = possible.is_whole_day(day.occupied)
    seen: set[frozenset[Visit]] = set()
    found: list[DayPlan] = []
    edge: list[tuple[frozenset[Visit], int, int]] = [(frozenset(), day.occupied, 0)]
    while edge:
        wider: list[tuple[frozenset[Visit], int, int]] = []
        for visits, occupied, price in edge:
            services = {visit[0] for visit in visits}
            for visit, held, own in options:
                if visit[0] in services or held & occupied:
                    continue
                both = occupied | held
                is_whole = possible.is_whole_day(both)
                if both.bit_count() > client.most_a_day or (was_whole and not is_whole):
                    continue
                after = visits | {visit}
                if after in seen:
                    continue
                seen.add(after)
                wider.append((after, both, price + own))
                if not is_whole:
                    continue
                total = price + own + day_price(possible, client, both) - before
                ordered = tuple(sorted(after, key=lambda each: (each[2], each)))
                found.append(DayPlan(mode, ordered, total))
        edge = wider
    return found


def day_price(possible: Possible, client: Client, occupied: int) -> int:
    """Tier 3 of a day's shape: idle lunch slots, and a day shorter than wished."""
    weights = possible.instance.weights
    price = weights["lunch"] * (idle_of(occupied) & possible.lunch).bit_count()
    if possible.is_short_day(client, occupied.bit_count()):
        price += weights["short_day"]
    return price
