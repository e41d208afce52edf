"""Whose week changes by a publication, and in what: one reading for the board, the preview and the
promise that is kept, so that the three never say different numbers.

A client's week changes where a promise came, went, moved, or has another face or room. A
colleague's changes where something they lead or hold came, went or moved, where a one-to-one is
with somebody else, or where a group they lead meets in another room; who sits in their group is
not their week.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Protocol

from homeward.timetable.drafting.reading import ChangeLine, compare
from homeward.timetable.publishing.rooms import RoomLine, joined, room_changes
from homeward.timetable.solver.promises import ToWhom
from homeward.timetable.solver.schedule import Schedule

ClientChange = ChangeLine | RoomLine
At = tuple[int, int, str]  # day, start, way of meeting
Held = tuple[str, str]  # room of a group, client of a one-to-one


class Everybody(ToWhom, Protocol):
    """Clients and colleagues of a week, and what they were told last."""

    @property
    def staff(self) -> Collection[str]:
        """Colleagues who may lead."""


@dataclass(frozen=True, slots=True, order=True)
class StaffChange:
    """One thing a colleague holds that came, went or moved; no client is named in it.

    `is_other` says that a one-to-one keeps its hour and is with somebody else, `rooms` the old and
    the new room of a group that only moves there.
    """

    service: str
    was: At | None
    now: At | None
    is_other: bool = False
    rooms: tuple[str, str] | None = None

    def to_json(self) -> dict[str, Any]:
        """As it is kept beside the promise."""
        told: dict[str, Any] = {"service": self.service}
        for side, at in (("was", self.was), ("now", self.now)):
            if at is not None:
                told[side] = list(at)
        if self.is_other:
            told["other"] = True
        if self.rooms:
            told["rooms"] = list(self.rooms)
        return told


@dataclass(frozen=True, slots=True)
class Hearing:
    """Everybody whose week changes, by id."""

    clients: Mapping[str, tuple[ClientChange, ...]]
    workers: Mapping[str, tuple[StaffChange, ...]]

    @property
    def count(self) -> int:
        """How many people hear of something."""
        return len(self.clients) + len(self.workers)


def hearing(instance: Everybody, schedule: Schedule, *, is_again: bool) -> Hearing:
    """What a publication of `schedule` changes for whom; `is_again`: the same week was promised."""
    of_client: dict[str, list[ClientChange]] = defaultdict(list)
    for line in joined(
        compare(instance, schedule), room_changes(instance, schedule, is_again=is_again)
    ):
        of_client[line.client].append(line)
    clients = {id_: tuple(lines) for id_, lines in sorted(of_client.items())}
    return Hearing(clients, _workers(instance, schedule, is_again=is_again))


def _workers(
    instance: Everybody, schedule: Schedule, *, is_again: bool
) -> dict[str, tuple[StaffChange, ...]]:
    before, after = _holds(instance, instance.previous), _holds(instance, schedule)
    found: dict[str, list[StaffChange]] = defaultdict(list)
    for person, service in sorted(before.keys() | after.keys()):
        if person in instance.staff:
            was, now = before.get((person, service), {}), after.get((person, service), {})
            found[person] += _between(service, was, now, is_again=is_again)
    return {id_: tuple(sorted(lines, key=_in_time)) for id_, lines in found.items() if lines}


def _between(
    service: str, was: Mapping[At, Held], now: Mapping[At, Held], *, is_again: bool
) -> list[StaffChange]:
    gone, come = sorted(was.keys() - now.keys()), sorted(now.keys() - was.keys())
    found = [StaffChange(service, old, new) for old, new in zip_longest(gone, come)]
    for at in sorted(was.keys() & now.keys()):
        (room, client), (new_room, new_client) = was[at], now[at]
        if client != new_client:
            found.append(StaffChange(service, at, at, is_other=True))
        elif is_again and room and new_room and room != new_room:
            found.append(StaffChange(service, at, at, rooms=(room, new_room)))
    return found


def _holds(instance: Everybody, schedule: Schedule | None) -> dict[tuple[str, str], dict[At, Held]]:
    """What each colleague leads and holds, by kind; the room of a talk is the colleague's own."""
    found: dict[tuple[str, str], dict[At, Held]] = defaultdict(dict)
    for group in schedule.groups if schedule else ():
        for meeting in group.meetings:
            at = meeting.day, meeting.start, group.mode
            if any(member in instance.clients for member in group.people_at(meeting)):
                found[group.leader_of(meeting), group.service][at] = meeting.room or "", ""
    for single in schedule.singles if schedule else ():
        if single.client in instance.clients:
            at = single.day, single.start, single.mode
            found[single.staff, single.service][at] = "", single.client
    return found


def _in_time(change: StaffChange) -> tuple[At, str]:
    return change.now or change.was or (0, 0, ""), change.service
