"""What a coordinator does to a draft, one thing each, as plain values that are kept as events.

Ids, days and slots are those of the draft's instance; a meeting is named by its group, day and
start, a one-to-one by client, kind, day and start.
"""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

MeetingAt = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a draft."""

    @property
    def kind(self) -> str:
        """Its name as an event."""
        return type(self).__name__

    def to_json(self) -> dict[str, Any]:
        """The plain form; `move_of` reads it back."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class MoveMeeting(Move):
    """Another day, start or room for one meeting; a series takes the start for all of its own."""

    group: str
    day: int
    start: int
    to_day: int
    to_start: int
    to_room: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRoom(Move):
    """Another room for one meeting."""

    group: str
    day: int
    start: int
    room: str


@dataclass(frozen=True, slots=True)
class ChangeLeader(Move):
    """Another leader for all meetings of a group."""

    group: str
    staff: str


@dataclass(frozen=True, slots=True)
class TakeSeat(Move):
    """A client joins a group."""

    group: str
    client: str


@dataclass(frozen=True, slots=True)
class LeaveSeat(Move):
    """A client leaves a group."""

    group: str
    client: str


@dataclass(frozen=True, slots=True)
class OpenGroup(Move):
    """A new group with its meetings and members; its `id` is given when the move is made."""

    service: str
    phase: int
    language: str
    population: str
    mode: str
    staff: str
    meetings: tuple[MeetingAt, ...]
    members: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class CloseGroup(Move):
    """A group does not meet."""

    group: str


@dataclass(frozen=True, slots=True)
class PlaceSingle(Move):
    """A one-to-one is placed."""

    client: str
    service: str
    staff: str
    day: int
    start: int
    mode: str
    room: str = ""


@dataclass(frozen=True, slots=True)
class MoveSingle(Move):
    """A one-to-one at another time; empty staff and None for the room keep what it has."""

    client: str
    service: str
    day: int
    start: int
    to_day: int
    to_start: int
    staff: str = ""
    room: str | None = None


@dataclass(frozen=True, slots=True)
class DropSingle(Move):
    """A one-to-one is taken out."""

    client: str
    service: str
    day: int
    start: int


@dataclass(frozen=True, slots=True)
class Adopt(Move):
    """A whole other schedule, as repair or a question to the solver found it; `why` is its name.

    `happened` is what it answers: a disruption, or the offer whose one record changed.
    """

    schedule_json: dict[str, Any]
    why: str
    happened: dict[str, Any] = field(default_factory=dict)


KINDS: dict[str, type[Move]] = {
    each.__name__: each
    for each in (
        MoveMeeting, ChangeRoom, ChangeLeader, TakeSeat, LeaveSeat, OpenGroup, CloseGroup,
        PlaceSingle, MoveSingle, DropSingle, Adopt,
    )
}  # fmt: skip


def move_of(kind: str, body: dict[str, Any]) -> Move:
    """A kept move as it was made; raises KeyError for a kind that is none."""
    made = KINDS[kind]
    values = {each.name: body[each.name] for each in fields(made) if each.name in body}
    if made is OpenGroup:
        values["meetings"] = tuple((day, start, room) for day, start, room in values["meetings"])
        values["members"] = tuple(values["members"])
    return made(**values)
