"""What of a published week the changed instance no longer allows."""

from collections import defaultdict
from dataclasses import dataclass

from homeward.timetable.solver.instance import GROUP, IN_PERSON, OFFICE
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.standing import LedTeam, Standing


@dataclass(frozen=True, slots=True)
class Broken:
    """Groups by position that cannot be as they are, and clients whose week must change.

    `standing` is the week without those who left and without visits that cannot be.
    """

    standing: Standing
    groups: frozenset[int]
    clients: frozenset[str]


def broken_by(possible: Possible, published: Standing) -> Broken:
    """Compare a week with what is possible now."""
    groups = [_present(possible, each) for each in published.groups]
    standing = Standing(tuple(each for each in groups if each.team.members), published.visits)
    bad: set[int] = set()
    clients: set[str] = {id_ for id_ in possible.clients if not _had_any(published, id_)}
    for place, each in enumerate(standing.groups):
        cell = each.team.cell
        service = possible.services[cell.service]
        if (
            each.leader not in possible.leaders_of(cell)
            or not possible.is_possible(cell)
            or len(each.team.members) < service.least
        ):
            bad.add(place)
        for member in each.team.members:
            held = possible.held(cell.service, cell.start)
            if not all(possible.has_time(member, day, held, cell.mode) for day in cell.days):
                clients.add(member)
    bad |= _without_room(possible, standing)
    visits = {}
    for (client, day), (mode, listed) in standing.visits.items():
        if client not in possible.clients:
            continue
        record = possible.clients[client]
        if all(
            person in possible.counsellors(record, code)
            and _is_free(possible, person, client, day, code, start, mode)
            for code, person, start in listed
        ):
            visits[client, day] = mode, listed
        else:
            clients.add(client)
    clients |= _offices_short(possible, visits)
    for place in bad:
        clients |= set(standing.groups[place].team.members)
    clients |= {client for client in possible.clients if not _is_whole(possible, standing, client)}
    return Broken(Standing(standing.groups, visits), frozenset(bad), frozenset(clients))


def _present(possible: Possible, each: LedTeam) -> LedTeam:
    members = tuple(member for member in each.team.members if member in possible.clients)
    return LedTeam(type(each.team)(each.team.cell, members), each.leader, each.rooms)


def _had_any(published: Standing, client: str) -> bool:
    return any(client in each.team.members for each in published.groups) or any(
        who == client for who, _day in published.visits
    )


def _is_free(
    possible: Possible, person: str, client: str, day: int, code: str, start: int, mode: str
) -> bool:
    held = possible.held(code, start)
    return held & possible.staff_free[person][day] == held and possible.has_time(
        client, day, held, mode
    )


def _without_room(possible: Possible, standing: Standing) -> set[int]:
    """Groups in slots that have more of them than open rooms."""
    meeting: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, each in enumerate(standing.groups):
        if each.team.cell.mode == IN_PERSON:
            for day, slot in _slots(possible, each.team.cell):
                meeting[day, slot].append(place)
    return {
        place
        for (day, slot), places in meeting.items()
        if len(places) > possible.rooms_open(GROUP, day, slot)
        for place in places
    }


def _offices_short(
    possible: Possible, visits: dict[tuple[str, int], tuple[str, tuple[tuple[str, str, int], ...]]]
) -> set[str]:
    using: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (client, day), (mode, listed) in visits.items():
        if mode == IN_PERSON:
            for code, _person, start in listed:
                for slot in range(start, start + possible.services[code].slots):
                    using[day, slot].add(client)
    return {
        client
        for (day, slot), clients in using.items()
        if len(clients) > possible.rooms_open(OFFICE, day, slot)
        for client in clients
    }


def _slots(possible: Possible, cell: Cell) -> list[tuple[int, int]]:
    held = possible.held(cell.service, cell.start)
    return [
        (day, slot) for day in cell.days for slot in range(held.bit_length()) if held >> slot & 1
    ]


def _is_whole(possible: Possible, standing: Standing, client: str) -> bool:
    """Whether a client still has all they need, as far as groups and visits go."""
    had: dict[str, int] = defaultdict(int)
    for each in standing.groups:
        if client in each.team.members:
            had[each.team.cell.service] += len(each.team.cell.days)
    for (who, _day), (_mode, visits) in standing.visits.items():
        if who == client:
            for code, _person, _start in visits:
                had[code] += 1
    needs = possible.clients[client].needs
    return all(had[code] >= number for code, number in needs.items())
