"""A seat that is still free in a group that meets anyway."""

from collections import defaultdict

from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.state import Placing

Class = tuple[str, int, str]


def fill_seats(placing: Placing, *, is_series: bool) -> None:
    """Seat whoever still lacks a group where a place is free; the emptiest group first."""
    groups: dict[Class, list[str]] = defaultdict(list)
    for id_, group in sorted(placing.groups.items()):
        service = placing.instance.services.get(group.service)
        if service is not None and service.is_series == is_series:
            groups[group.service, group.phase, group.language].append(id_)
    for client in placing.instance.clients.values():
        for code in sorted(client.needs):
            theirs = groups.get((code, client.phase, client.language), [])
            if theirs and placing.missing(client.id, code):
                _seat(placing, client.id, code, theirs)


def _seat(placing: Placing, client: str, code: str, groups: list[str]) -> None:
    for id_ in sorted(groups, key=lambda each: (len(placing.groups[each].members), each)):
        if not placing.missing(client, code):
            return
        there = placing.groups[id_]
        if client not in there.members and not moves.of_seat(placing, client, id_):
            placing.seat(client, id_)
