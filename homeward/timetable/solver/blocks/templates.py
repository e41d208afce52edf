"""What a program prints on the wall: for one client, every block of groups that leaves no gap.

A template is a start, a set of days, and which of the days carry which group services, always in
one order and directly after one another. Its price is exact for the groups; the one-to-ones are
looked ahead to, as if the client had their own clinicians to themselves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, permutations, product

from homeward.timetable.solver.blocks.day_plans import day_price
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import Cell, Possible

MOST_DAY_SETS = 60


@dataclass(frozen=True, slots=True)
class Template:
    """A week of groups for one client; `unmet` is tier 1 and `price` tier 3, ahead included."""

    cells: tuple[Cell, ...]
    unmet: int
    price: int
    ahead: int


def group_needs(possible: Possible, client: Client) -> dict[str, int]:
    """The group meetings a client needs, series first, then by code."""
    services = possible.services
    needed = [code for code, number in client.needs.items() if number and services[code].is_group]
    ordered = sorted(needed, key=lambda code: (not services[code].is_series, code))
    return {code: client.needs[code] for code in ordered}


def templates(
    possible: Possible, client: Client, ahead: Ahead | None, *, partial: bool, orders: int = 1
) -> list[Template]:
    """Every template of a client, the dearest look-ahead last; with fewer meetings on request.

    Without `ahead` one-to-ones are left out of the price, which is much quicker.
    """
    found: dict[tuple[Cell, ...], Template] = {}
    for needs in _amounts(possible, client, partial=partial):
        for mode in possible.modes(client):
            for order in _orders(possible, needs, orders):
                for cells in _blocks(possible, client, needs, order, mode):
                    if cells not in found:
                        found[cells] = _priced(possible, client, cells, ahead)
    return sorted(
        found.values(), key=lambda each: (each.unmet, each.price + each.ahead, each.cells)
    )


def _amounts(possible: Possible, client: Client, *, partial: bool) -> list[dict[str, int]]:
    """The whole need, then on request each way to have a little less of it."""
    whole = group_needs(possible, client)
    if not whole:
        return []
    found = [whole]
    if partial:
        loose = [code for code in whole if not possible.services[code].is_series]
        for code in loose:
            found += [
                {**whole, code: whole[code] - fewer} for fewer in (1, 2) if fewer <= whole[code]
            ]
        if len(loose) > 1:
            found.append({code: whole[code] - (code in loose) for code in whole})
        found.append({code: number * (code not in loose) for code, number in whole.items()})
        found.append({code: number * (code in loose) for code, number in whole.items()})
    kept = []
    for needs in found:
        needs = {code: number for code, number in needs.items() if number}
        slots = sum(possible.services[code].slots * number for code, number in needs.items())
        if needs and needs not in kept and slots <= client.most_a_week:
            kept.append(needs)
    return kept


def _orders(possible: Possible, needs: Mapping[str, int], orders: int) -> list[tuple[str, ...]]:
    codes = tuple(needs)
    return [codes] if orders <= 1 else list(permutations(codes))[:orders]


def _day_sets(
    possible: Possible, needs: Mapping[str, int]
) -> Iterator[tuple[tuple[int, ...], dict[str, tuple[int, ...]]]]:
    """Each set of days with the days each series takes in it."""
    widest = max(needs.values())
    series = [code for code in needs if possible.services[code].is_series]
    if not series:
        for days in list(combinations(possible.days, min(widest, len(possible.days))))[
            :MOST_DAY_SETS
        ]:
            yield days, {}
        return
    lead = max(series, key=lambda code: needs[code])
    for pattern in sorted(possible.instance.day_patterns.get(needs[lead], frozenset())):
        if any(day not in possible.days for day in pattern):
            continue
        taken: dict[str, tuple[int, ...]] = {lead: pattern}
        rest = [day for day in possible.days if day not in pattern]
        for more in combinations(rest, min(len(rest), max(0, widest - len(pattern)))):
            days = tuple(sorted((*pattern, *more)))
            others = [code for code in series if code != lead]
            legal = [
                [
                    each
                    for each in sorted(possible.instance.day_patterns.get(needs[code], ()))
                    if set(each) <= set(days)
                ]
                for code in others
            ]
            for choice in product(*legal):
                yield days, {**taken, **dict(zip(others, choice, strict=True))}


def _blocks(
    possible: Possible,
    client: Client,
    needs: Mapping[str, int],
    order: tuple[str, ...],
    mode: str,
) -> Iterator[tuple[Cell, ...]]:
    for days, taken in _day_sets(possible, needs):
        possible.look()
        loose = [code for code in needs if code not in taken]
        choices = [list(combinations(days, min(needs[code], len(days)))) for code in loose]
        for choice in product(*choices):
            held = {**taken, **dict(zip(loose, choice, strict=True))}
            for start in range(possible.slots):
                cells = _cells(possible, client, held, order, mode, days, start)
                if cells is not None:
                    yield cells


def _cells(
    possible: Possible,
    client: Client,
    held: Mapping[str, tuple[int, ...]],
    order: tuple[str, ...],
    mode: str,
    days: tuple[int, ...],
    start: int,
) -> tuple[Cell, ...] | None:
    starts: dict[str, dict[int, int]] = {code: {} for code in order}
    for day in days:
        at = start
        occupied = 0
        for code in order:
            if day in held[code]:
                starts[code][day] = at
                occupied |= possible.held(code, at)
                at += possible.services[code].slots
        if at > possible.slots or at - start > client.most_a_day:
            return None
        if not possible.has_time(client.id, day, occupied, mode):
            return None
    cells = []
    for code in order:
        service = possible.services[code]
        population = possible.population(client, service)
        kind = (code, client.phase, client.language, population, mode)
        if service.is_series:
            if len(set(starts[code].values())) != 1:
                return None
            cells.append(Cell(*kind, tuple(sorted(starts[code])), min(starts[code].values())))
        else:
            cells += [Cell(*kind, (day,), at) for day, at in sorted(starts[code].items())]
    return tuple(sorted(cells))


def _priced(
    possible: Possible, client: Client, cells: tuple[Cell, ...], ahead: Ahead | None
) -> Template:
    weights = possible.instance.weights
    missing = dict(group_needs(possible, client))
    occupied: dict[int, int] = {}
    price = 0
    for cell in cells:
        missing[cell.service] -= len(cell.days)
        slots = possible.services[cell.service].slots
        for day in cell.days:
            occupied[day] = occupied.get(day, 0) | possible.held(cell.service, cell.start)
            price += possible.price(client.id, day, cell.start, slots)
            price += possible.mode_price(client.id, cell.mode)
    services = possible.services
    unmet = sum(
        services[code].unmet * services[code].slots * number for code, number in missing.items()
    )
    short = sum(services[code].slots * number for code, number in missing.items())
    full = sum(services[code].slots * number for code, number in client.needs.items())
    least = min(full, client.least_a_week)
    unmet += weights["shortfall"] * max(0, least - (full - short))
    price += weights["extra_day"] * max(0, len(occupied) - client.min_days)
    price += sum(day_price(possible, client, slots) for slots in occupied.values())
    mode = cells[0].mode
    to_come = 0 if ahead is None else ahead.price(client, occupied, mode)
    return Template(cells, unmet, price, to_come)
