"""A planned week: groups with their meetings and members, and one-to-ones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One time of a group; `room` is empty on telehealth.

    `stand_in` leads this one meeting in place of the group's own leader; empty is nobody.
    `guests` come to this one meeting only, to make up for one of their own.
    """

    day: int
    start: int
    room: str = ""
    stand_in: str = ""
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet with one leader.

    `called_off` are days of a series on which it is not held this week; what its members miss by
    that is unmet need like any other. `makes_up` is a single meeting of a series held in place of
    others that are called off.
    """

    id: str
    service: str
    phase: int
    language: str
    population: str
    mode: str
    staff: str
    meetings: tuple[Meeting, ...]
    members: tuple[str, ...]
    called_off: tuple[int, ...] = ()
    makes_up: bool = False

    def people_at(self, meeting: Meeting) -> tuple[str, ...]:
        """Everybody who comes to one of its meetings."""
        return (*self.members, *meeting.guests)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Members, and guests of any meeting."""
        return (*self.members, *(each for meeting in self.meetings for each in meeting.guests))

    def leader_of(self, meeting: Meeting) -> str:
        """Who leads one of its meetings."""
        return meeting.stand_in or self.staff

    @property
    def leaders(self) -> tuple[str, ...]:
        """Everybody who leads one of its meetings, in order, each once."""
        return tuple(sorted({self.leader_of(each) for each in self.meetings} or {self.staff}))


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
