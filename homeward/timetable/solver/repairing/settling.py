"""A week whose groups are led, made one that keeps the rules: nobody waits in a gap.

What is given up here is asked for again by the search that follows; it only begins from firm
ground, which it would take long to find by itself.
"""

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.weeks import Week
from homeward.timetable.solver.past import Past
from homeward.timetable.solver.possible import Cell, Possible, mask
from homeward.timetable.solver.repairing.weeks_kept import kept_weeks
from homeward.timetable.solver.standing import LedTeam, Standing

ROUNDS = 20


def settled(possible: Possible, candidates: Candidates, past: Past, standing: Standing) -> Standing:
    """The week without seats and visits that would leave somebody a gap, or a group too small."""
    for _ in range(ROUNDS):
        gone: dict[str, set[Cell]] = {}
        for client in possible.clients:
            now = standing.cells_of(client)
            best = _best(possible, candidates, past, standing, client)
            if best is not None and set(best.cells) != set(now):
                gone[client] = set(now) - set(best.cells)
        after = _without(possible, standing, gone)
        if after == standing:
            break
        standing = after
    return standing


def _best(
    possible: Possible, candidates: Candidates, past: Past, standing: Standing, client: str
) -> Week | None:
    """The kept week with the least unmet that has no gap, its visits taken along; None for none."""
    visits = {
        day: sum(mask(start, start + possible.services[code].slots) for code, _who, start in listed)
        for (who, day), (_mode, listed) in standing.visits.items()
        if who == client
    }
    weeks = [
        week
        for week in kept_weeks(possible, candidates, standing, client)
        if past.keeps_week(client, week.cells) and _is_whole(possible, week, visits)
    ]
    return min(weeks, key=lambda week: (week.unmet, week.price, week.cells), default=None)


def _is_whole(possible: Possible, week: Week, visits: dict[int, int]) -> bool:
    """Whether every day of groups is whole, with its visits where these fit."""
    return all(
        possible.is_whole_day(held) or possible.is_whole_day(held | visits.get(day, 0))
        for day, (held, _mode) in week.bases
    )


def _without(possible: Possible, standing: Standing, gone: dict[str, set[Cell]]) -> Standing:
    groups = []
    for each in standing.groups:
        cell = each.team.cell
        members = tuple(member for member in each.team.members if cell not in gone.get(member, ()))
        if members == each.team.members or len(members) >= possible.services[cell.service].least:
            groups.append(LedTeam(Team(cell, members), each.leader, each.rooms))
    made = Standing(tuple(sorted(groups)), standing.visits)
    return Standing(made.groups, {
        key: each for key, each in standing.visits.items() if _fits(possible, made, *key)
    })  # fmt: skip


def _fits(possible: Possible, standing: Standing, client: str, day: int) -> bool:
    """Whether a day's visits and groups make a whole day."""
    held = 0
    for each in standing.groups:
        cell = each.team.cell
        if client in each.team.members and day in cell.days:
            held |= possible.held(cell.service, cell.start)
    visits = standing.visits[client, day][1] if (client, day) in standing.visits else ()
    for code, _person, start in visits:
        own = possible.held(code, start)
        if own & held:
            return False
        held |= own
    return possible.is_whole_day(held)
