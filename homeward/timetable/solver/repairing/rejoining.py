"""The parts of each series as one group again, under the ids people know.

A part that has its published group's members and others beside them is that group with guests; one
that goes back to no published series is a meeting of its own that makes up for what was called off.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Group, Meeting, Schedule


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting of a part: who leads it, and everybody who comes."""

    meeting: Meeting
    leader: str
    people: frozenset[str]
    part: Group


def joined(instance: Instance, published: Schedule, schedule: Schedule) -> Schedule:
    """The schedule with its series whole; groups keep the ids they were published by."""
    together: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for group in schedule.groups:
        if not instance.services[group.service].is_series or _is_whole(instance, group):
            groups.append(group)
        else:
            together[(_kind(group), group.meetings[0].start)].append(group)
    for parts in together.values():
        groups += _series(instance, published, parts)
    return replace(schedule, groups=_named(published, groups))


def _is_whole(instance: Instance, group: Group) -> bool:
    """Whether it meets as often as each of its members needs."""
    return all(
        instance.clients[member].needs.get(group.service, 0) == len(group.meetings)
        for member in group.members
        if member in instance.clients
    )


def _series(instance: Instance, published: Schedule, parts: Sequence[Group]) -> list[Group]:
    """The groups that parts of one kind and one start belong to."""
    held = [
        Held(meeting, part.leader_of(meeting), frozenset(part.members), part)
        for part in parts
        for meeting in part.meetings
    ]
    found = []
    for before, own in _of_published(published, held):
        members = frozenset.intersection(*(each.people for each in own))
        if members:
            found.append(_one(instance, before, members, own))
            held = [each for each in held if each not in own]
    for own in _of_one_part(held):
        members = frozenset.intersection(*(each.people for each in own))
        if len(own) > 1 and _needs(instance, own[0].part, members) == len(own):
            found.append(_one(instance, None, members, own))
        else:
            found += [
                replace(
                    each.part,
                    staff=each.leader,
                    meetings=(replace(each.meeting, stand_in=""),),
                    makes_up=True,
                )
                for each in own
            ]
    return found


def _of_published(published: Schedule, held: Sequence[Held]) -> list[tuple[Group, list[Held]]]:
    """For each published series the meetings that go on from it, one a day at most."""
    able = sorted(
        (-len(each.people & set(before.members)), before.id, each.meeting.day, place, number)
        for place, each in enumerate(held)
        for number, before in enumerate(published.groups)
        if not before.makes_up
        and before.meetings
        and _kind(before) == _kind(each.part)
        and before.meetings[0].start == each.meeting.start
        and each.meeting.day in {*(at.day for at in before.meetings), *before.called_off}
        and each.people & set(before.members)
    )
    chosen: dict[int, dict[int, int]] = defaultdict(dict)
    taken: set[int] = set()
    for _shared, _id, day, place, number in able:
        if place not in taken and day not in chosen[number]:
            chosen[number][day] = place
            taken.add(place)
    return [
        (published.groups[number], [held[place] for _day, place in sorted(days.items())])
        for number, days in sorted(chosen.items())
        if days
    ]


def _of_one_part(held: Iterable[Held]) -> list[list[Held]]:
    """The meetings left over, those of one part together."""
    found: dict[str, list[Held]] = defaultdict(list)
    for each in held:
        found[each.part.id].append(each)
    return list(found.values())


def _needs(instance: Instance, part: Group, members: Iterable[str]) -> int:
    return max(
        (instance.clients[each].needs.get(part.service, 0)
         for each in members if each in instance.clients),
        default=0,
    )  # fmt: skip


def _one(
    instance: Instance, before: Group | None, members: frozenset[str], own: Sequence[Held]
) -> Group:
    """One series: its own people, guests of single meetings, and the days it is not held."""
    leading = Counter(each.leader for each in own)
    first = before.staff if before is not None else ""
    staff = min(leading, key=lambda name: (-leading[name], name != first, name))
    days = {each.meeting.day for each in own}
    off: set[int] = set()
    if before is not None and len(days) < _needs(instance, own[0].part, members):
        off = {meeting.day for meeting in before.meetings} | set(before.called_off)
    meetings = (
        replace(
            each.meeting,
            stand_in="" if each.leader == staff else each.leader,
            guests=tuple(sorted(each.people - members)),
        )
        for each in own
    )
    return replace(
        own[0].part,
        staff=staff,
        meetings=tuple(sorted(meetings)),
        members=tuple(sorted(members)),
        called_off=tuple(sorted(off - days)),
    )


def _named(published: Schedule, groups: list[Group]) -> tuple[Group, ...]:
    """Each group under the id of the published one it goes on from, or under a new one."""
    pairs = sorted(
        (-len(set(each.members) & set(before.members)), before.id, place)
        for place, each in enumerate(groups)
        for before in published.groups
        if _kind(before) == _kind(each)
        and before.makes_up == each.makes_up
        and before.meetings
        and before.meetings[0].start == each.meetings[0].start
        and {meeting.day for meeting in before.meetings} & {at.day for at in each.meetings}
        and set(before.members) & set(each.members)
    )
    names: dict[int, str] = {}
    for _shared, name, place in pairs:
        if place not in names and name not in names.values():
            names[place] = name
    known = {each.id for each in published.groups}
    new = (name for number in count(1) if (name := f"R{number:03d}") not in known)
    rest = sorted(
        (place for place in range(len(groups)) if place not in names),
        key=lambda place: (groups[place].service, groups[place].meetings, groups[place].members),
    )
    names |= dict(zip(rest, new, strict=False))
    named = (replace(each, id=names[place]) for place, each in enumerate(groups))
    return tuple(sorted(named, key=lambda each: each.id))


def _kind(group: Group) -> tuple[object, ...]:
    return group.service, group.phase, group.language, group.population, group.mode
