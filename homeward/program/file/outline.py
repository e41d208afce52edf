"""A program file as frozen parts: what was read, before anything is written.

Every part keeps `where` it stands. Times are wall times of the site, weekdays count from Monday 0,
minutes are minutes and sizes are clients.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from homeward.kernel.reasons import Source
from homeward.program.file.positions import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPart:
    """The one organisation; `line` is where its name stands."""

    where: Path
    line: int
    name: str
    public_name: str
    neutral_name: str
    phone: str
    time_zone: str
    week_starts_on: int
    jurisdiction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPart:
    """A room of a site."""

    where: Path
    code: str
    name: str
    seats: int
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePart:
    """An address where clients come, with its rooms."""

    where: Path
    code: str
    name: str
    time_zone: str
    address: str
    phone: str
    state: str
    rooms: tuple[RoomPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePart:
    """A stretch of the program with its weekly clinical minutes."""

    where: Path
    code: str
    name: str
    color: str
    level: str
    weekly_minutes: int
    days_per_week: int
    typical_weeks: int
    tests_per_month: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackPart:
    """A run of the program at one site at one time of day."""

    where: Path
    code: str
    name: str
    site: str
    day_starts: time
    day_ends: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch inside a session; breaks are not treatment and count nothing."""

    name: str
    minutes: int
    is_clinical: bool

    def to_json(self) -> dict[str, str | int | bool]:
        return {"name": self.name, "minutes": self.minutes, "is_clinical": self.is_clinical}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTypePart:
    """A kind of session, its blocks, and the credentials of which a leader needs one."""

    where: Path
    code: str
    name: str
    kind: str
    minutes: int
    clinical_minutes: int
    blocks: tuple[Block, ...]
    smallest: int
    largest: int
    credentials: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPart:
    """A topic of the rotating curriculum."""

    where: Path
    code: str
    title: str
    summary: str
    for_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRulePart:
    """A rule in words a client signs."""

    where: Path
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPart:
    """A number of the program or of a payer, with its source."""

    where: Path
    code: str
    value: Decimal
    unit: str
    source: Source
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePart:
    """When a document is due."""

    where: Path
    document: str
    applies_to: str
    clock_start: str
    limit: int
    unit: str
    calendar: str
    source: Source
    starts_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayPart:
    """A closed day."""

    where: Path
    on: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramOutline:
    """The whole file. `extras` holds what the sections of upper rooms read, by section name."""

    organisation: OrganisationPart
    code: str
    name: str
    level_edition: str
    level_code: str
    is_telehealth_allowed: bool
    starts_on: date
    sources: Mapping[str, Source]
    sites: tuple[SitePart, ...]
    phases: tuple[PhasePart, ...]
    tracks: tuple[TrackPart, ...]
    session_types: tuple[SessionTypePart, ...]
    topics: tuple[TopicPart, ...]
    house_rules: tuple[HouseRulePart, ...]
    numbers: tuple[NumberPart, ...]
    deadlines: tuple[DeadlinePart, ...]
    holidays: tuple[HolidayPart, ...]
    extras: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rooms(self) -> tuple[RoomPart, ...]:
        return tuple(room for site in self.sites for room in site.rooms)

    def number(self, code: str) -> Decimal | None:
        """A number's value as the file states it; None where the file is silent."""
        return next((item.value for item in self.numbers if item.code == code), None)
