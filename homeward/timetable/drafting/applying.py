"""A schedule after a move; whether that keeps the rules is for the checker."""

from dataclasses import replace

from homeward.core.refusals import Refusal
from homeward.timetable.drafting.moves import (
    Adopt,
    ChangeLeader,
    ChangeRoom,
    CloseGroup,
    DropSingle,
    LeaveSeat,
    Move,
    MoveMeeting,
    MoveSingle,
    OpenGroup,
    PlaceSingle,
    TakeSeat,
)
from homeward.timetable.solver.instance import IN_PERSON, Instance
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single


class NothingThere(Refusal):
    """The group, meeting or one-to-one that the move names does not stand in the draft."""


def after(instance: Instance, schedule: Schedule, move: Move) -> Schedule:
    """The schedule with the move made; NothingThere when what it names is gone."""
    if isinstance(move, Adopt):
        return schedule_of(move.schedule_json)
    if isinstance(move, PlaceSingle):
        return replace(schedule, singles=(*schedule.singles, _placed(move)))
    if isinstance(move, MoveSingle | DropSingle):
        return _with_single(schedule, move)
    if isinstance(move, OpenGroup):
        return replace(schedule, groups=(*schedule.groups, _opened(move)))
    if isinstance(
        move, MoveMeeting | ChangeRoom | ChangeLeader | TakeSeat | LeaveSeat | CloseGroup
    ):
        return _with_group(instance, schedule, move)
    raise TypeError(move.kind)


def _placed(move: PlaceSingle) -> Single:
    return Single(move.client, move.service, move.staff, move.day, move.start, move.mode, move.room)


def _with_single(schedule: Schedule, move: MoveSingle | DropSingle) -> Schedule:
    singles = list(schedule.singles)
    place = _place_of_single(singles, move)
    found = singles.pop(place)
    if isinstance(move, MoveSingle):
        moved = replace(
            found,
            day=move.to_day,
            start=move.to_start,
            staff=move.staff or found.staff,
            room=found.room if move.room is None else move.room,
        )
        singles.insert(place, moved)
    return replace(schedule, singles=tuple(singles))


def _place_of_single(singles: list[Single], move: MoveSingle | DropSingle) -> int:
    wanted = move.client, move.service, move.day, move.start
    for place, single in enumerate(singles):
        if (single.client, single.service, single.day, single.start) == wanted:
            return place
    raise NothingThere


def _opened(move: OpenGroup) -> Group:
    return Group(
        id=move.id or "new",
        service=move.service,
        phase=move.phase,
        language=move.language,
        population=move.population,
        mode=move.mode,
        staff=move.staff,
        meetings=tuple(Meeting(*each) for each in sorted(move.meetings)),
        members=tuple(sorted(move.members)),
    )


def _with_group(instance: Instance, schedule: Schedule, move: Move) -> Schedule:
    name = getattr(move, "group", "")
    found = next((group for group in schedule.groups if group.id == name), None)
    if found is None:
        raise NothingThere
    changed = _changed(instance, found, move)
    groups = [changed if group.id == name else group for group in schedule.groups]
    return replace(schedule, groups=tuple(group for group in groups if group is not None))


def _changed(instance: Instance, group: Group, move: Move) -> Group | None:
    if isinstance(move, CloseGroup):
        return None
    if isinstance(move, ChangeLeader):
        meetings = tuple(replace(each, stand_in="") for each in group.meetings)
        return replace(group, staff=move.staff, meetings=meetings)
    if isinstance(move, TakeSeat):
        if move.client in group.members:
            raise NothingThere
        return replace(group, members=tuple(sorted((*group.members, move.client))))
    if isinstance(move, LeaveSeat):
        if move.client not in group.members:
            raise NothingThere
        return replace(group, members=tuple(each for each in group.members if each != move.client))
    if isinstance(move, ChangeRoom):
        return _with_meeting(group, move.day, move.start, room=move.room)
    if isinstance(move, MoveMeeting):
        return _moved(instance, group, move)
    raise TypeError(move.kind)


def _moved(instance: Instance, group: Group, move: MoveMeeting) -> Group:
    room = None if group.mode != IN_PERSON else move.to_room
    moved = _with_meeting(
        group, move.day, move.start, day=move.to_day, start=move.to_start, room=room
    )
    service = instance.services.get(group.service)
    if service is not None and service.is_series:
        moved = replace(
            moved, meetings=tuple(replace(each, start=move.to_start) for each in moved.meetings)
        )
    return replace(moved, meetings=tuple(sorted(moved.meetings)))


def _with_meeting(
    group: Group, at_day: int, at_start: int, *, room: str | None, **values: int
) -> Group:
    meetings = list(group.meetings)
    for place, each in enumerate(meetings):
        if (each.day, each.start) == (at_day, at_start):
            kept = each.room if room is None else room
            meetings[place] = replace(each, **values, room=kept)  # type: ignore[arg-type]
            return replace(group, meetings=tuple(meetings))
    raise NothingThere
