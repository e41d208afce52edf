"""Whom a change concerns: two changes without a common person, room or group do not meet."""

from collections import Counter
from collections.abc import Iterator

from homeward.timetable.solver.schedule import Schedule

# What a line of a schedule says: its name, its day and start, and who and where.
Line = tuple[str, int, int, str, str, str]
Cell = tuple[int, int]


def touched_by(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """Every group, worker, room and client on whose side something differs, as `kind:id`."""
    differs = set(lines_of(before)) ^ set(lines_of(after))
    found: set[str] = set()
    for name, _, _, staff, room, client in differs:
        sides = {"staff": staff, "room": room, "client": client}
        found |= {name, *(f"{kind}:{id_}" for kind, id_ in sides.items() if id_)}
    return tuple(sorted(found))


def cells_changed(before: Schedule, after: Schedule) -> frozenset[Cell]:
    """The days and starts at which something differs."""
    differs = set(lines_of(before)) ^ set(lines_of(after))
    return frozenset((day, start) for _, day, start, _, _, _ in differs)


def people_changed(before: Schedule, after: Schedule) -> tuple[str, ...]:
    """The clients whose own week differs: time, face or place."""
    differs = set(lines_of(before)) ^ set(lines_of(after))
    return tuple(sorted({client for *_, client in differs if client}))


def lines_of(schedule: Schedule) -> Iterator[Line]:
    """One line for each client of each meeting, and one for a meeting itself."""
    for group in schedule.groups:
        for meeting in group.meetings:
            for member in ("", *group.people_at(meeting)):
                yield (
                    f"group:{group.id}", meeting.day, meeting.start, group.leader_of(meeting),
                    meeting.room, member,
                )  # fmt: skip
    for single in schedule.singles:
        yield (
            f"single:{single.client}:{single.service}", single.day, single.start, single.staff,
            single.room, single.client,
        )  # fmt: skip


def is_same_week(one: Schedule, other: Schedule) -> bool:
    """Whether two schedules say the same to everybody, whatever their groups are called."""
    return Counter(_said(one)) == Counter(_said(other))


def _said(schedule: Schedule) -> Iterator[object]:
    for group in schedule.groups:
        for at in group.meetings:
            people = tuple(sorted(group.people_at(at)))
            yield (
                group.service, group.mode, at.day, at.start, group.leader_of(at), at.room, people
            )  # fmt: skip
    yield from schedule.singles
