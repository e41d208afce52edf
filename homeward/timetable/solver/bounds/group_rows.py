"""The rows of groups: sizes, open meetings, and whole groups for everybody of a class.

In a cell with `n` groups and `x` seats: least n <= x <= most n, nobody sits where there is no
group (x_i <= n, the facility-location link), lacking at least soft n - x and crowded at least
x - target n, because a sum of positive parts is never below the positive part of the sum. Over a
class, groups are whole: what its seats cost is never below the lower convex hull of the cheapest
spread of k people over groups (a lift of the counting bound into the program).
"""

from collections import defaultdict

from homeward.timetable.solver.bounds.attending import Grounds
from homeward.timetable.solver.bounds.program import Term
from homeward.timetable.solver.instance import IN_PERSON, Service
from homeward.timetable.solver.possible import Cell

Class = tuple[str, int, str, str, int]


def add_groups(grounds: Grounds) -> None:
    """Every cell's rows and every class's."""
    seats: dict[Class, list[Term]] = defaultdict(list)
    costs: dict[Class, list[Term]] = defaultdict(list)
    for cell, attending in grounds.of_cell.items():
        key = _class_of(grounds, cell)
        seats[key] += [(1, each.column) for each in attending]
        costs[key] += _add_cell(grounds, cell)
    wanting: dict[Class, set[str]] = defaultdict(set)
    for cell, attending in grounds.of_cell.items():
        wanting[_class_of(grounds, cell)].update(each.client for each in attending)
    for key, terms in sorted(costs.items()):
        number = sum(
            1 if key[4] else grounds.possible.clients[client].needs[key[0]]
            for client in wanting[key]
        )
        _add_hull(grounds, key, seats[key], terms, number)
    _keep_apart(grounds)


def _class_of(grounds: Grounds, cell: Cell) -> Class:
    series = len(cell.days) if grounds.possible.services[cell.service].is_series else 0
    return cell.service, cell.phase, cell.language, cell.population, series


def _add_cell(grounds: Grounds, cell: Cell) -> list[Term]:
    """One cell's rows; what comes back are the terms of its cost."""
    program, possible = grounds.program, grounds.possible
    possible.look()
    service, weights = possible.services[cell.service], possible.instance.weights
    members, meetings = grounds.of_cell[cell], len(cell.days)
    most = service.most
    if cell.mode == IN_PERSON:
        most = min(most, max(possible.group_rooms))
    number = len(members) // service.least
    open_, under, over = (weights[name] * meetings for name in ("open_meeting", "under", "over"))
    groups = program.column(number, third=open_)
    grounds.groups[cell] = groups
    cost = [(open_, groups)]
    seats = [(1, each.column) for each in members]
    program.at_least([*seats, (-service.least, groups)], 0)
    if len(members) > 1:
        program.at_most([*seats, (-most, groups)], 0)
    for each in members:
        program.at_least([(1, groups), (-1, each.column)], 0)
    if under and service.soft_least > service.least:
        lacking = program.column(service.soft_least * number, third=under)
        program.at_least([(1, lacking), *seats, (-service.soft_least, groups)], 0)
        cost.append((under, lacking))
    if over and most > service.target and len(members) > service.target:
        crowded = program.column(len(members), third=over)
        program.at_least([(1, crowded), (service.target, groups), *((-1, s) for _, s in seats)], 0)
        cost.append((over, crowded))
    return cost


def _add_hull(
    grounds: Grounds, key: Class, seats: list[Term], cost: list[Term], number: int
) -> None:
    service = grounds.possible.services[key[0]]
    spread = cheapest_spreads(grounds, service, number)
    meetings = max(1, key[4])
    points = [(k, each * meetings) for k, each in enumerate(spread) if each is not None]
    for (left, low), (right, high) in zip(hull := _hull(points), hull[1:], strict=False):
        wide, rise = right - left, high - low
        program_terms = [(wide * price, column) for price, column in cost]
        program_terms += [(-rise, column) for _one, column in seats]
        grounds.program.at_least(program_terms, low * wide - rise * left)


def cheapest_spreads(grounds: Grounds, service: Service, seats: int) -> list[int | None]:
    """The least that 0, 1, ... seats cost in single meetings; None where no groups hold them."""
    weights = grounds.possible.instance.weights
    price = {
        size: weights["open_meeting"]
        + weights["under"] * max(0, service.soft_least - size)
        + weights["over"] * max(0, size - service.target)
        for size in range(max(1, service.least), service.most + 1)
    }
    best: list[int | None] = [0]
    for number in range(1, seats + 1):
        ways = [
            before + cost
            for size, cost in price.items()
            if size <= number and (before := best[number - size]) is not None
        ]
        best.append(min(ways, default=None))
    return best


def _hull(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The corners of the lower convex hull of points in order of their first part."""
    corners: list[tuple[int, int]] = []
    for here in points:
        while len(corners) > 1:
            (ax, ay), (bx, by) = corners[-2:]
            if (by - ay) * (here[0] - ax) < (here[1] - ay) * (bx - ax):
                break
            corners.pop()
        corners.append(here)
    return corners


def _keep_apart(grounds: Grounds) -> None:
    """Two who are kept apart never fill one group: they need two groups in one cell."""
    apart = {(a, b) for a, b, _level in grounds.possible.pairs if a != b}
    there = set(grounds.clients)
    for one, other in sorted(pair for pair in apart if there.issuperset(pair)):
        own = {each.column for each in grounds.of_client[one]}
        others = {each.column for each in grounds.of_client[other]}
        for cell, members in grounds.of_cell.items():
            both = [each.column for each in members if each.column in own | others]
            if len(both) == 2:
                grounds.program.at_least(
                    [(1, grounds.groups[cell]), *((-1, column) for column in both)], 0
                )
