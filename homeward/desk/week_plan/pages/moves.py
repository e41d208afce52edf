"""The moves of a draft in words: what, by whom, when, and which can be taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.forms import ActionForm
from homeward.desk.week_plan.ground import Ground

SHOWN = 6


@dataclass(frozen=True, slots=True)
class MoveWords:
    """One move as a line."""

    number: int
    words: str
    by: str
    when: str
    is_undone: bool
    is_undoing: bool
    undo: ActionForm | None = None


def move_lines(ground: Ground, lines: Any, head: int, *, may_undo: bool) -> list[MoveWords]:
    """Newest first. The moves themselves stay, also when they were taken back."""
    words = {line.number: described(ground, line.kind, line.body) for line in lines}
    return [
        MoveWords(
            number=line.number,
            words=_("Taken back: %(move)s") % {"move": words.get(line.undoes, "")}
            if line.is_undoing
            else words[line.number],
            by=line.by,
            when=date_format(localtime(line.at), "D H:i"),
            is_undone=line.is_undone,
            is_undoing=line.is_undoing,
            undo=ActionForm(version=head) if may_undo and not line.is_undone else None,
        )
        for line in sorted(lines, key=lambda each: -each.number)
    ]


def described(ground: Ground, kind: str, body: Mapping[str, Any]) -> str:
    """A move in a few words; people as far as the reader may read them."""
    write = WRITERS.get(kind)
    return write(ground, body) if write else kind.replace("_", " ")


def _group(ground: Ground, body: Mapping[str, Any]) -> str:
    found = ground.groups.get(body.get("group", ""))
    return ground.labels.group(found) if found else _("a group")


def _move_meeting(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(group)s from %(was)s to %(now)s") % {
        "group": _group(ground, body),
        "was": ground.when(body["day"], body["start"]),
        "now": ground.when(body["to_day"], body["to_start"]),
    }


def _change_room(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(group)s on %(day)s in %(room)s") % {
        "group": _group(ground, body),
        "day": ground.times.day(body["day"]),
        "room": ground.labels.names.room(body["room"]),
    }


def _change_leader(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(group)s is led by %(name)s") % {
        "group": _group(ground, body),
        "name": ground.labels.names.staff(body["staff"]),
    }


def _take_seat(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(name)s takes a seat in %(group)s") % {
        "name": ground.labels.names.client(body["client"]),
        "group": _group(ground, body),
    }


def _leave_seat(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(name)s leaves %(group)s") % {
        "name": ground.labels.names.client(body["client"]),
        "group": _group(ground, body),
    }


def _open_group(ground: Ground, body: Mapping[str, Any]) -> str:
    people = len(body["members"])
    return ngettext(
        "A new group, %(service)s, with %(people)d person",
        "A new group, %(service)s, with %(people)d people",
        people,
    ) % {"service": ground.labels.names.service(body["service"]), "people": people}


def _close_group(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("Closed: %(group)s") % {"group": _group(ground, body)}


def _talk(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(service)s for %(name)s") % {
        "service": ground.labels.names.service(body["service"]),
        "name": ground.labels.names.client(body["client"]),
    }


def _place_single(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(talk)s on %(when)s") % {
        "talk": _talk(ground, body),
        "when": ground.when(body["day"], body["start"]),
    }


def _move_single(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(talk)s from %(was)s to %(now)s") % {
        "talk": _talk(ground, body),
        "was": ground.when(body["day"], body["start"]),
        "now": ground.when(body["to_day"], body["to_start"]),
    }


def _drop_single(ground: Ground, body: Mapping[str, Any]) -> str:
    return _("%(talk)s taken out of the week") % {"talk": _talk(ground, body)}


def _adopt(_ground: Ground, body: Mapping[str, Any]) -> str:
    return _("Another week taken over: %(why)s") % {"why": body.get("why", "")}


WRITERS: dict[str, Callable[[Ground, Mapping[str, Any]], str]] = {
    "MoveMeeting": _move_meeting,
    "ChangeRoom": _change_room,
    "ChangeLeader": _change_leader,
    "TakeSeat": _take_seat,
    "LeaveSeat": _leave_seat,
    "OpenGroup": _open_group,
    "CloseGroup": _close_group,
    "PlaceSingle": _place_single,
    "MoveSingle": _move_single,
    "DropSingle": _drop_single,
    "Adopt": _adopt,
}
