"""For one freed client, the weeks of groups worth trying: their own, blocks, and open groups.

A week's price leaves out days beyond the fewest, which depend on the visits as well.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from homeward.timetable.solver.blocks.day_plans import day_price
from homeward.timetable.solver.blocks.templates import group_needs
from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import Cell, Possible

BEAM = 40
# What a day holds in groups: slots and mode.
Base = tuple[int, str]


class Week(NamedTuple):
    """Cells of a week; tier 1 of what it misses, tier 3 of what it is, and its days."""

    cells: tuple[Cell, ...]
    unmet: int
    price: int
    slots: int
    bases: tuple[tuple[int, Base], ...]


def week_of(possible: Possible, client: Client, cells: Iterable[Cell]) -> Week:
    """The price of one set of cells for one client, visits and days beyond the fewest left out."""
    ordered = tuple(sorted(cells))
    missing = dict(group_needs(possible, client))
    days: dict[int, Base] = {}
    price = total = 0
    for cell in ordered:
        held, own = possible.cell_cost(client.id, cell)
        price += own
        missing[cell.service] = missing.get(cell.service, 0) - len(cell.days)
        total += possible.services[cell.service].slots * len(cell.days)
        for day in cell.days:
            days[day] = (days[day][0] | held if day in days else held), cell.mode
    unmet = sum(
        possible.services[code].unmet * possible.services[code].slots * max(0, number)
        for code, number in missing.items()
    )
    price += sum(day_price(possible, client, held) for held, _mode in days.values())
    return Week(ordered, unmet, price, total, tuple(sorted(days.items())))


def weeks_over(
    possible: Possible, client: Client, cells: Sequence[Cell], closed: Mapping[int, int]
) -> list[Week]:
    """Gap-free weeks made of the given cells only, the best of a beam from day to day.

    `closed` are slots, by day, in which the client may not be on site.
    """
    needs = group_needs(possible, client)
    usable = [cell for cell in sorted(set(cells)) if _is_open(possible, client, cell, closed)]
    series = [cell for cell in usable if possible.services[cell.service].is_series]
    loose: dict[int, list[Cell]] = {}
    for cell in usable:
        if not possible.services[cell.service].is_series:
            loose.setdefault(cell.days[0], []).append(cell)
    found: dict[tuple[Cell, ...], Week] = {}
    for chosen in _series_choices(possible, needs, series):
        edge: list[tuple[Cell, ...]] = [chosen]
        for day in possible.days:
            possible.look()
            wider = list(edge)
            for cells_so_far in edge:
                wider += [
                    (*cells_so_far, *more)
                    for more in _day_choices(
                        possible, client, needs, cells_so_far, loose.get(day, [])
                    )
                ]
            edge = _best(possible, client, wider)
        for each in edge:
            week = week_of(possible, client, each)
            if week.cells and week.cells not in found and _is_whole(possible, client, week):
                found[week.cells] = week
    return sorted(found.values(), key=_rank)[:BEAM]


def _is_open(possible: Possible, client: Client, cell: Cell, closed: Mapping[int, int]) -> bool:
    held = possible.held(cell.service, cell.start)
    service = possible.services[cell.service]
    needed = client.needs.get(cell.service, 0)
    return (
        (cell.phase, cell.language) == (client.phase, client.language)
        and cell.population == possible.population(client, service)
        and cell.mode in possible.modes(client)
        and (needed == len(cell.days) if service.is_series else needed >= 1)
        and all(possible.has_time(client.id, day, held, cell.mode) for day in cell.days)
        and not any(cell.mode == "in_person" and held & closed.get(day, 0) for day in cell.days)
    )


def _series_choices(
    possible: Possible, needs: Mapping[str, int], series: Sequence[Cell]
) -> list[tuple[Cell, ...]]:
    codes = sorted({cell.service for cell in series if needs.get(cell.service)})
    choices: list[tuple[Cell, ...]] = [()]
    for code in codes:
        more = [cell for cell in series if cell.service == code]
        choices += [
            (*each, cell) for each in choices for cell in more if not _clash(possible, each, cell)
        ]
    return choices


def _clash(possible: Possible, cells: Iterable[Cell], cell: Cell) -> bool:
    held = possible.held(cell.service, cell.start)
    return any(
        set(other.days) & set(cell.days)
        and (other.mode != cell.mode or possible.held(other.service, other.start) & held)
        for other in cells
    )


def _day_choices(
    possible: Possible,
    client: Client,
    needs: Mapping[str, int],
    chosen: tuple[Cell, ...],
    loose: Sequence[Cell],
) -> Iterable[tuple[Cell, ...]]:
    """Sets of single-meeting cells of one day, at most one a service, that clash with nothing."""
    had: dict[str, int] = {}
    for cell in chosen:
        had[cell.service] = had.get(cell.service, 0) + 1
    able = [
        cell
        for cell in loose
        if had.get(cell.service, 0) < needs.get(cell.service, 0)
        and not _clash(possible, chosen, cell)
    ]
    for size in range(1, min(len(able), len(needs)) + 1):
        for more in combinations(able, size):
            if len({cell.service for cell in more}) == size and not any(
                _clash(possible, (one,), other) for one, other in combinations(more, 2)
            ):
                held = 0
                for cell in (*chosen, *more):
                    if more[0].days[0] in cell.days:
                        held |= possible.held(cell.service, cell.start)
                if possible.is_whole_day(held) and held.bit_count() <= client.most_a_day:
                    yield more


def _best(
    possible: Possible, client: Client, weeks: Sequence[tuple[Cell, ...]]
) -> list[tuple[Cell, ...]]:
    if len(weeks) <= BEAM:
        return list(weeks)
    ranked = sorted({week_of(possible, client, each) for each in weeks}, key=_rank)
    return [week.cells for week in ranked[:BEAM]]


def _is_whole(possible: Possible, client: Client, week: Week) -> bool:
    return week.slots <= client.most_a_week and all(
        possible.is_whole_day(held) for _day, (held, _mode) in week.bases
    )


def _rank(week: Week) -> tuple[int, int, tuple[Cell, ...]]:
    return week.unmet, week.price, week.cells
