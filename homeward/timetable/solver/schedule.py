"""A planned week: groups with their meetings and members, and one-to-ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One time of a group; `room` is empty on telehealth."""

    day: int
    start: int
    room: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet with one leader."""

    id: str
    service: str
    phase: int
    language: str
    population: str
    mode: str
    staff: str
    meetings: tuple[Meeting, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Single:
    """One client with one of the staff."""

    client: str
    service: str
    staff: str
    day: int
    start: int
    mode: str
    room: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is placed; a need that is not here is not placed."""

    groups: tuple[Group, ...] = ()
    singles: tuple[Single, ...] = ()
