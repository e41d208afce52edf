"""The linear relaxation of a week, whole or of those who can share a group.

Whoever is left out only leaves more room for the others, so a part's bound holds beside the bounds
of the other parts; what staff and rooms forbid between parts is then not counted.
"""

from collections import defaultdict
from collections.abc import Sequence

from homeward.timetable.solver.bounds.attending import grounds_of
from homeward.timetable.solver.bounds.group_rows import add_groups
from homeward.timetable.solver.bounds.own_weeks import add_week
from homeward.timetable.solver.bounds.program import Program
from homeward.timetable.solver.bounds.sharing import add_sharing
from homeward.timetable.solver.possible import Possible


def relaxed(possible: Possible, clients: Sequence[str], *, is_whole: bool) -> Program:
    """The program of some of the clients, with everything they share among themselves."""
    grounds = grounds_of(possible, clients)
    add_groups(grounds)
    for client in clients:
        add_week(grounds, possible.clients[client])
    add_sharing(grounds, is_whole=is_whole)
    return grounds.program


def parts(possible: Possible) -> list[list[str]]:
    """The clients by phase and language, within which all groups lie; the smallest part first."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for id_, client in possible.clients.items():
        found[client.phase, client.language].append(id_)
    return sorted(found.values(), key=lambda each: (len(each), each))
