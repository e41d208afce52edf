"""Where a group meets, when a week that was promised is published anew.

A group that keeps its hour and its leader but meets in another room is a change to whoever sits in
it. It is told when the same week was promised before; a new week's rooms are no news against the
week before, they stand on the wall and on each person's own page. The office of a one-to-one is
the colleague's, who meets the client at the door.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homeward.timetable.drafting.reading import ChangeLine
from homeward.timetable.solver.promises import ToWhom
from homeward.timetable.solver.schedule import Schedule

Side = tuple[int, int, str, str]
Place = tuple[str, str]  # leader, room


@dataclass(frozen=True, slots=True)
class RoomLine:
    """Another room at the same hour with the same leader; `rooms` are the old and the new."""

    client: str
    service: str
    was: Side
    now: Side
    rooms: tuple[str, str]


def room_changes(instance: ToWhom, schedule: Schedule, *, is_again: bool) -> list[RoomLine]:
    """Each client's groups that only move to another room; none in a week promised first."""
    if not is_again or instance.previous is None:
        return []
    before, after = _places(instance, instance.previous), _places(instance, schedule)
    found = []
    for key in sorted(before.keys() & after.keys()):
        client, service, day, start, mode = key
        (led, was), (leads, now) = before[key], after[key]
        if led == leads and was and now and was != now:
            side = (day, start, mode, leads)
            found.append(RoomLine(client, service, side, side, (was, now)))
    return found


def joined(lines: Iterable[ChangeLine], rooms: Iterable[RoomLine]) -> list[ChangeLine | RoomLine]:
    """All that is told, each client's together."""
    every: list[ChangeLine | RoomLine] = [*lines, *rooms]
    return sorted(every, key=lambda line: line.client)


def _places(instance: ToWhom, schedule: Schedule) -> Mapping[tuple[str, str, int, int, str], Place]:
    return {
        (member, group.service, meeting.day, meeting.start, group.mode): (
            group.leader_of(meeting), meeting.room or "",
        )
        for group in schedule.groups
        for meeting in group.meetings
        for member in group.people_at(meeting)
        if member in instance.clients
    }  # fmt: skip
