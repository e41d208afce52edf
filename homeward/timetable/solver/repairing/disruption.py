"""What happened to a published week: the moment, the notice people are owed, and the events."""

from dataclasses import dataclass

from homeward.timetable.solver.instance import Client, Grid, Window


@dataclass(frozen=True, slots=True)
class StaffAway:
    """Somebody of the staff is not there in these windows."""

    staff: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """A room cannot be used in these windows."""

    room: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """Nothing is held in these windows."""

    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class WindowChange:
    """A client can come in other windows than before."""

    client: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Admit:
    """Somebody new."""

    client: Client


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody comes no more."""

    client: str


Event = StaffAway | RoomClosed | Closure | WindowChange | Admit | Leave


@dataclass(frozen=True, slots=True)
class Disruption:
    """Events, and the moment they became known; what begins before `horizon` stays."""

    day: int
    slot: int
    notice_slots: int
    events: tuple[Event, ...]

    def horizon(self, grid: Grid) -> int:
        """The first slot, counted through the whole week, that may still be changed."""
        return self.day * grid.slots_a_day + self.slot + self.notice_slots

    def named(self) -> frozenset[str]:
        """The clients whom an event is about."""
        about = {each.client.id for each in self.events if isinstance(each, Admit)}
        return frozenset(
            about | {each.client for each in self.events if isinstance(each, WindowChange)}
        )
