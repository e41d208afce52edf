"""What of a published week the changed instance no longer allows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.blocks.visiting import Visits
from homeward.timetable.solver.instance import GROUP, IN_PERSON, OFFICE
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.repairing.parting import part_of
from homeward.timetable.solver.standing import LedTeam, Standing

At = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Broken:
    """Groups by position that cannot be as they are, and clients whose week must change.

    `standing` is the week without those who left, without visits that cannot be and without
    meetings at times that are closed now. Of a series only the meetings that cannot be are broken.
    `touched` are those of the clients from whom something is taken: who lacked something before and
    loses nothing is not among them.
    """

    standing: Standing
    groups: frozenset[int]
    clients: frozenset[str]
    touched: frozenset[str]


def broken_by(possible: Possible, published: Standing) -> Broken:
    """Compare a week with what is possible now."""
    present = [_present(possible, each) for each in published.groups]
    crowded = _without_room(possible, present)
    good: list[LedTeam] = []
    bad: list[LedTeam] = []
    for before, each in zip(published.groups, present, strict=True):
        has_lost = before.team.members != each.team.members
        fit, unfit = _divided(possible, each, crowded, has_lost=has_lost)
        good += fit
        bad += unfit
    groups = tuple(sorted((*good, *bad)))
    visits, clients = _visits(possible, published.visits)
    touched = clients | _without_a_seat(published.groups, (*good, *bad))
    clients |= {id_ for id_ in possible.clients if not _had_any(published, id_)}
    touched |= {member for each in bad for member in each.team.members}
    touched |= {
        member
        for each in groups
        for member in each.team.members
        if not _can_sit(possible, member, each.team.cell)
    }
    clients |= touched
    standing = Standing(groups, visits)
    clients |= _not_whole(possible, standing)
    places = {place for place, each in enumerate(groups) if each in set(bad)}
    still_here = touched & possible.clients.keys()
    return Broken(standing, frozenset(places), frozenset(clients), frozenset(still_here))


def _without_a_seat(before: Iterable[LedTeam], now: Iterable[LedTeam]) -> set[str]:
    """Who sat in a meeting that is not in the week any more."""
    return {member for member, _meeting in _meetings_of(before) - _meetings_of(now)}


def _meetings_of(groups: Iterable[LedTeam]) -> set[tuple[str, Cell]]:
    return {
        (member, each.team.cell._replace(days=(day,)))
        for each in groups
        for member in each.team.members
        for day in each.team.cell.days
    }


def _present(possible: Possible, each: LedTeam) -> LedTeam:
    members = tuple(member for member in each.team.members if member in possible.clients)
    return LedTeam(Team(each.team.cell, members), each.leader, each.rooms)


def _divided(
    possible: Possible, each: LedTeam, crowded: set[At], *, has_lost: bool
) -> tuple[list[LedTeam], list[LedTeam]]:
    """The meetings that may stay, and those that need another leader or a room."""
    cell = each.team.cell
    if not each.team.members or (has_lost and _is_small(possible, each)):
        return [], []
    stay, leave = [], []
    for day in cell.days:
        one = cell._replace(days=(day,))
        if not possible.is_possible(one):
            continue
        is_led = each.leader in possible.leaders_of(one)
        if is_led and not (cell.mode == IN_PERSON and crowded & set(_slots(possible, one))):
            stay.append(day)
        else:
            leave.append(day)
    return (
        [part_of(each, stay, each.leader)] if stay else [],
        [part_of(each, [day], each.leader) for day in leave],
    )


def _is_small(possible: Possible, each: LedTeam) -> bool:
    """Whether a group is smaller than one may be; one that was told so stays so."""
    return len(each.team.members) < possible.services[each.team.cell.service].least


def in_small_groups(possible: Possible, standing: Standing) -> set[str]:
    """Who sits in a group that is smaller than one may be: it is kept, so they stay in it."""
    return {
        member
        for each in standing.groups
        if _is_small(possible, each)
        for member in each.team.members
    }


def _had_any(published: Standing, client: str) -> bool:
    return any(client in each.team.members for each in published.groups) or any(
        who == client for who, _day in published.visits
    )


def _can_sit(possible: Possible, client: str, cell: Cell) -> bool:
    held = possible.held(cell.service, cell.start)
    return all(possible.has_time(client, day, held, cell.mode) for day in cell.days)


def _visits(possible: Possible, published: Visits) -> tuple[Visits, set[str]]:
    """The days of visits that may stay, and the clients who lose one."""
    kept: Visits = {}
    clients: set[str] = set()
    for (client, day), (mode, listed) in published.items():
        record = possible.clients.get(client)
        if record is None:
            continue
        if all(
            person in possible.counsellors(record, code)
            and _is_free(possible, person, client, day, code, start, mode)
            for code, person, start in listed
        ):
            kept[client, day] = mode, listed
        else:
            clients.add(client)
    return kept, clients | _offices_short(possible, kept)


def _is_free(
    possible: Possible, person: str, client: str, day: int, code: str, start: int, mode: str
) -> bool:
    held = possible.held(code, start)
    return held & possible.staff_free[person][day] == held and possible.has_time(
        client, day, held, mode
    )


def _without_room(possible: Possible, groups: Iterable[LedTeam]) -> set[At]:
    """The slots in which more groups meet than rooms are open."""
    meeting: dict[At, int] = defaultdict(int)
    for each in groups:
        if each.team.cell.mode == IN_PERSON:
            for at in _slots(possible, each.team.cell):
                meeting[at] += 1
    return {at for at, number in meeting.items() if number > possible.rooms_open(GROUP, *at)}


def _offices_short(possible: Possible, visits: Visits) -> set[str]:
    using: dict[At, set[str]] = defaultdict(set)
    for (client, day), (mode, listed) in visits.items():
        if mode == IN_PERSON:
            for code, _person, start in listed:
                for slot in range(start, start + possible.services[code].slots):
                    using[day, slot].add(client)
    return {
        client
        for at, clients in using.items()
        if len(clients) > possible.rooms_open(OFFICE, *at)
        for client in clients
    }


def _slots(possible: Possible, cell: Cell) -> list[At]:
    held = possible.held(cell.service, cell.start)
    return [
        (day, slot) for day in cell.days for slot in range(held.bit_length()) if held >> slot & 1
    ]


def _not_whole(possible: Possible, standing: Standing) -> set[str]:
    """Clients who lack something of what they need, as far as groups and visits go."""
    had: dict[tuple[str, str], int] = defaultdict(int)
    for each in standing.groups:
        for member in each.team.members:
            had[member, each.team.cell.service] += len(each.team.cell.days)
    for (client, _day), (_mode, visits) in standing.visits.items():
        for code, _person, _start in visits:
            had[client, code] += 1
    return {
        id_
        for id_, client in possible.clients.items()
        if any(had[id_, code] < number for code, number in client.needs.items())
    }
