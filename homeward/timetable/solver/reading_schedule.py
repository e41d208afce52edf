"""A schedule from plain JSON and back.

Only its form is read here: whether the people, rooms and times it names exist is for the checker,
which reports every fault instead of the first.
"""

from typing import Any

from homeward.kernel import shape
from homeward.timetable.solver.reading_parts import yes_or_no
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single


def schedule_of(document: object, path: str = "") -> Schedule:
    """Read one schedule; raises BadInput with the path of the first fault."""
    root = shape.an_object(document, path, needs=("groups", "singles"))
    groups = shape.under(path, "groups")
    singles = shape.under(path, "singles")
    return Schedule(
        tuple(
            _group(entry, shape.at(groups, place))
            for place, entry in enumerate(shape.a_list(root["groups"], groups))
        ),
        tuple(
            _single(entry, shape.at(singles, place))
            for place, entry in enumerate(shape.a_list(root["singles"], singles))
        ),
    )


def schedule_json(schedule: Schedule) -> dict[str, Any]:
    """The plain form; reading it again gives the same schedule."""
    return {
        "groups": [_group_json(group) for group in schedule.groups],
        "singles": [_single_json(single) for single in schedule.singles],
    }


def _group(value: object, path: str) -> Group:
    entry = shape.an_object(
        value,
        path,
        needs=("id", "service", "phase", "lang", "pop", "mode", "staff", "meetings", "members"),
    )
    meetings = shape.under(path, "meetings")
    members = shape.under(path, "members")
    return Group(
        **{name: shape.a_text(entry[name], f"{path}.{name}") for name in ("id", "service", "mode")},
        phase=shape.a_whole(entry["phase"], f"{path}.phase"),
        language=shape.a_text(entry["lang"], f"{path}.lang"),
        population=shape.a_text(entry["pop"], f"{path}.pop"),
        staff=shape.a_text(entry["staff"], f"{path}.staff"),
        meetings=tuple(
            _meeting(each, shape.at(meetings, place))
            for place, each in enumerate(shape.a_list(entry["meetings"], meetings))
        ),
        members=tuple(
            shape.a_text(each, shape.at(members, place))
            for place, each in enumerate(shape.a_list(entry["members"], members))
        ),
        called_off=_called_off(entry, path),
        makes_up=yes_or_no(entry.get("makes_up", False), f"{path}.makes_up"),
    )


def _called_off(entry: Any, path: str) -> tuple[int, ...]:
    days = shape.under(path, "called_off")
    return tuple(
        shape.a_whole(each, shape.at(days, place))
        for place, each in enumerate(shape.a_list(entry.get("called_off", []), days))
    )


def _meeting(value: object, path: str) -> Meeting:
    entry = shape.an_object(value, path, needs=("day", "start"))
    return Meeting(
        shape.a_whole(entry["day"], f"{path}.day"),
        shape.a_whole(entry["start"], f"{path}.start"),
        _room(entry, path),
        shape.a_text(entry["stand_in"], f"{path}.stand_in") if entry.get("stand_in") else "",
        tuple(
            shape.a_text(each, shape.at(shape.under(path, "guests"), place))
            for place, each in enumerate(
                shape.a_list(entry.get("guests", []), shape.under(path, "guests"))
            )
        ),
    )


def _single(value: object, path: str) -> Single:
    entry = shape.an_object(
        value, path, needs=("client", "service", "staff", "day", "start", "mode")
    )
    return Single(
        **{
            name: shape.a_text(entry[name], f"{path}.{name}")
            for name in ("client", "service", "staff", "mode")
        },
        day=shape.a_whole(entry["day"], f"{path}.day"),
        start=shape.a_whole(entry["start"], f"{path}.start"),
        room=_room(entry, path),
    )


def _room(entry: Any, path: str) -> str:
    room = entry.get("room")
    return "" if room is None else shape.a_text(room, f"{path}.room")


def _group_json(group: Group) -> dict[str, Any]:
    entry = {
        "id": group.id,
        "service": group.service,
        "phase": group.phase,
        "lang": group.language,
        "pop": group.population,
        "mode": group.mode,
        "staff": group.staff,
        "meetings": [
            {
                "day": each.day, "start": each.start, **_room_json(each.room),
                **({"stand_in": each.stand_in} if each.stand_in else {}),
                **({"guests": list(each.guests)} if each.guests else {}),
            }
            for each in group.meetings
        ],
        "members": list(group.members),
    }  # fmt: skip
    if group.called_off:
        entry["called_off"] = list(group.called_off)
    return entry | {"makes_up": True} if group.makes_up else entry


def _single_json(single: Single) -> dict[str, Any]:
    return {
        "client": single.client,
        "service": single.service,
        "staff": single.staff,
        "day": single.day,
        "start": single.start,
        "mode": single.mode,
        **_room_json(single.room),
    }


def _room_json(room: str) -> dict[str, str | None]:
    return {"room": room or None}
