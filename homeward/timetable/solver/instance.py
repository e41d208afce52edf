"""A week to be planned: what is needed, who and what is there, and what it costs to fall short.

Times are slot numbers of one day (`grid.slots_a_day` of them); intervals are half-open. Days are
positions in `grid.days`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from homeward.timetable.solver.schedule import Schedule

GROUP, SINGLE, OFFICE = "group", "single", "office"
IN_PERSON, TELEHEALTH, EITHER = "in_person", "telehealth", "either"
KEEP_GROUP, KEEP_SITE = "group", "site"
MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Window:
    """Some slots of one day."""

    day: int
    begins: int
    ends: int

    def holds(self, day: int, begins: int, ends: int) -> bool:
        """Whether an interval lies wholly inside."""
        return self.day == day and self.begins <= begins and ends <= self.ends


@dataclass(frozen=True, slots=True)
class Grid:
    """The days and slots of the week; lunch is the one time a client may sit idle.

    `closures` are the parts of open days in which nothing is held.
    """

    days: tuple[str, ...]
    slots_a_day: int
    slot_minutes: int = 30
    day_start: str = "08:00"
    closed_days: frozenset[int] = frozenset()
    lunch: tuple[int, int] = (0, 0)
    lunch_max: int = 0
    min_day_soft: int = 0
    closures: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of meeting; sizes count members and mean nothing for one-to-ones.

    `minutes` is how long it really lasts; nought means all of its slots.
    """

    code: str
    is_group: bool
    slots: int
    unmet: int
    least: int = 1
    soft_least: int = 1
    target: int = 1
    most: int = 1
    is_series: bool = False
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """A group room or an office; `capacity` counts everybody in it, `closed` is when it is shut."""

    id: str
    kind: str
    capacity: int
    closed: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff: what they may lead, for whom, and when. Caps are slots.

    From the day `credential_ends` they meet nobody; `barred` services are not theirs this week.
    """

    id: str
    skills: frozenset[str]
    languages: frozenset[str]
    populations: frozenset[str]
    windows: tuple[Window, ...]
    most_a_day: int
    most_a_week: int
    target_week: int
    has_naloxone: bool = False
    credential_ends: int | None = None
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody with needs: meetings by service, and when and with whom they are possible."""

    id: str
    phase: int
    language: str
    population: str
    mode: str
    preferred_mode: str
    windows: tuple[Window, ...]
    preferred: tuple[Window, ...]
    needs: Mapping[str, int]
    assigned: Mapping[str, frozenset[str]]
    min_days: int
    most_a_day: int
    least_a_week: int
    most_a_week: int


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two clients who never share a group, or are never on site in the same slot."""

    first: str
    second: str
    level: str


@dataclass(frozen=True, slots=True)
class OnDuty:
    """How many of the staff, and of them trained with naloxone, while clients are on site."""

    staff: int = 0
    naloxone: int = 0


@dataclass(frozen=True, slots=True)
class Instance:
    """Everything the week is planned from.

    The last rules are the product's own and off unless given: minutes a leader documents after
    each group, groups one person leads in a day, staff on duty, and (staff, client) who do not
    meet.
    """

    name: str
    grid: Grid
    services: Mapping[str, Service]
    rooms: Mapping[str, Room]
    staff: Mapping[str, Person]
    clients: Mapping[str, Client]
    keep_apart: tuple[KeepApart, ...]
    day_patterns: Mapping[int, frozenset[tuple[int, ...]]]
    weights: Mapping[str, int]
    previous: Schedule | None = None
    seed: int = 0
    notes: Mapping[str, object] = field(default_factory=dict)
    documentation_minutes: int = 0
    most_led_groups_a_day: int | None = None
    on_duty: OnDuty = OnDuty()
    conflicts: frozenset[tuple[str, str]] = frozenset()
