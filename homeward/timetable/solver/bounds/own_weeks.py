"""The rows of one client's week: needs, authorised hours, and days without idle time.

A day without idle time is a path over the slots: what begins at a slot either begins the day or
follows what ends there (the flow form of "occupied runs have one beginning"). Short days take
cover inequalities: who comes at all, and has nothing outside a set of services that is too short
together, has a short day.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from homeward.timetable.solver.bounds.attending import Attending, Grounds
from homeward.timetable.solver.bounds.program import Program, Term
from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import FIRST_PHASE_WITHOUT_SHORT_DAYS, Possible


def add_week(grounds: Grounds, client: Client) -> None:
    """Everything that concerns one client alone."""
    grounds.possible.look()
    ways = grounds.of_client[client.id]
    _needs(grounds, client, ways)
    by_day: dict[int, dict[str, list[Attending]]] = defaultdict(lambda: defaultdict(list))
    for each in ways:
        for day in each.days:
            by_day[day][each.mode].append(each)
    coming = []
    for _day, by_mode in sorted(by_day.items()):
        ones = [_day_of(grounds, client, each) for _mode, each in sorted(by_mode.items())]
        if len(ones) > 1:
            grounds.program.at_most([(1, one) for one in ones], 1)
        coming += ones
    days = len(by_day)
    if days > client.min_days:
        extra = grounds.program.column(days, third=grounds.possible.instance.weights["extra_day"])
        grounds.program.at_least([(1, extra), *((-1, one) for one in coming)], -client.min_days)


def _needs(grounds: Grounds, client: Client, ways: list[Attending]) -> None:
    program, possible = grounds.program, grounds.possible
    for code, needed in sorted(client.needs.items()):
        if not needed:
            continue
        service = possible.services[code]
        missing = program.column(needed, first=service.slots * service.unmet)
        held = [(len(each.days), each.column) for each in ways if each.service == code]
        program.at_least([*held, (1, missing)], needed)
        program.at_most(held, needed)
    slots = [(each.slots * len(each.days), each.column) for each in ways]
    if client.least_a_week > 0:
        short = program.column(client.least_a_week, first=possible.instance.weights["shortfall"])
        program.at_least([*slots, (1, short)], client.least_a_week)
    program.at_most(slots, client.most_a_week)


def _day_of(grounds: Grounds, client: Client, ways: list[Attending]) -> int:
    """One day in one mode; the column is whether the client comes so."""
    program, possible = grounds.program, grounds.possible
    here = program.column(1)
    by_service: dict[str, list[Term]] = defaultdict(list)
    for each in ways:
        by_service[each.service].append((1, each.column))
    for held in by_service.values():
        program.at_most([*held, (-1, here)], 0)
    length = [(each.slots, each.column) for each in ways]
    program.at_most([*length, (-client.most_a_day, here)], 0)
    _without_idle_time(program, possible, ways, here)
    if client.phase < FIRST_PHASE_WITHOUT_SHORT_DAYS:
        _short_day(program, possible, by_service, length, here)
    return here


def _without_idle_time(
    program: Program, possible: Possible, ways: list[Attending], here: int
) -> None:
    begins, ends = defaultdict(list), defaultdict(list)
    for each in ways:
        begins[each.start].append(each.column)
        ends[each.ends].append(each.column)
    first, last = min(ends), max(begins)
    grid = possible.instance.grid
    idle = {
        slot: program.column(1, third=possible.instance.weights["lunch"])
        for slot in range(*grid.lunch)
        if grid.lunch_max and first <= slot < last
    }
    if idle:
        program.at_most([*((1, one) for one in idle.values()), (-grid.lunch_max, here)], 0)
    opening = {slot: program.column(1) for slot in sorted(begins)}
    program.equal([*((1, one) for one in opening.values()), (-1, here)], 0)
    for slot in sorted(begins.keys() | idle.keys()):
        into = [(1, one) for one in ends[slot]]
        into += [(1, one) for one in (opening.get(slot), idle.get(slot - 1)) if one is not None]
        out = [(-1, one) for one in begins[slot]]
        out += [(-1, idle[slot])] if slot in idle else []
        program.at_least([*into, *out], 0)


def _short_day(
    program: Program,
    possible: Possible,
    by_service: dict[str, list[Term]],
    length: list[Term],
    here: int,
) -> None:
    wished = possible.instance.grid.min_day_soft
    sizes = {code: possible.services[code].slots for code in sorted(by_service)}
    covers = _too_short(sizes, wished)
    if not covers:
        return
    short = program.column(1, third=possible.instance.weights["short_day"])
    for cover in covers:
        others = [
            (coefficient, column)
            for code in sizes
            if code not in cover
            for coefficient, column in by_service[code]
        ]
        program.at_least([(1, short), (-1, here), *others], 0)
    least = min(sizes.values())
    program.at_least([(wished - least, short), (-wished, here), *length], 0)


def _too_short(sizes: dict[str, int], wished: int) -> list[frozenset[str]]:
    """The largest sets of services that together are shorter than wished."""
    found: list[frozenset[str]] = []
    for number in range(len(sizes), 0, -1):
        for codes in combinations(sizes, number):
            together = frozenset(codes)
            if sum(sizes[code] for code in codes) < wished and not _is_inside(together, found):
                found.append(together)
    return found


def _is_inside(codes: frozenset[str], sets: Iterable[frozenset[str]]) -> bool:
    return any(codes <= each for each in sets)
