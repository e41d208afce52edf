"""What the story must know of a program: its sites, week, staff, phases, topics, payers and
closed days.

Somebody else maps a loaded program onto this; `sample.sample()` is one to try things with.
Weekdays count from Monday = 0; times are wall times of the site; minutes are minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place with its IANA zone."""

    key: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stage of the program, in order. `weeks` is the usual stay, `level` an edition 3 code.

    Between two tests lie fewer days than `longest_gap_days` while somebody is expected.
    """

    code: str
    level: str
    weekly_minutes: int
    weeks: int
    tests_per_week: float
    individual_per_week: float = 0.5
    most_tests_a_month: int = 31
    longest_gap_days: int = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One recurring weekly group. `topics` is the pool it rotates through; empty for process
    groups.

    `phases` are the phase codes it is open to; `cohort` ties together the slots that one set
    of people shares. A slot with an empty `track` is an extra anybody of the site in one of its
    phases may join; `with_family` asks for a family consent.
    """

    key: str
    site: str
    track: str
    cohort: str
    weekday: int
    starts: time
    minutes: int
    clinical_minutes: int
    session_type: str
    room: str
    leaders: tuple[str, ...]
    capacity: int
    phases: tuple[str, ...]
    topics: tuple[str, ...] = ()
    with_family: bool = False

    @property
    def begins(self) -> int:
        """Minutes after midnight at which it starts."""
        return self.starts.hour * 60 + self.starts.minute

    @property
    def ends(self) -> int:
        """Minutes after midnight at which it ends."""
        return self.begins + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """When a worker is at work on one weekday."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody on staff. `caseload` is how many clients they may carry as primary counselor."""

    key: str
    name: str
    role: str
    site: str
    other_roles: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()
    office: str = ""
    caseload: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day on which the program is closed."""

    day: date
    name: str


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A whole program, as far as the story needs it.

    `payers` maps the story's payer kinds to keys; `topic_titles` gives notes the curriculum's own
    words (the keys serve where there are none); `demo_counselor` is the worker behind the demo
    account "counselor", who carries the cast.
    """

    name: str
    sites: tuple[Site, ...]
    tracks: tuple[str, ...]
    phases: tuple[Phase, ...]
    slots: tuple[Slot, ...]
    workers: tuple[Worker, ...]
    topics: tuple[str, ...]
    payers: tuple[tuple[str, str], ...]
    holidays: tuple[Holiday, ...] = ()
    topic_titles: tuple[tuple[str, str], ...] = ()
    minimum_age: int = 18
    iop_minutes: int = 540
    iop_days: int = 3
    most_minutes: int = 1140
    demo_counselor: str = "counselor"

    @cached_property
    def zones(self) -> dict[str, str]:
        """IANA zone by site key."""
        return {site.key: site.zone for site in self.sites}

    @cached_property
    def phase_by_code(self) -> dict[str, Phase]:
        """Phases by their code."""
        return {phase.code: phase for phase in self.phases}

    @cached_property
    def slot_by_key(self) -> dict[str, Slot]:
        """Slots by their key."""
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def worker_by_key(self) -> dict[str, Worker]:
        """Workers by their key."""
        return {worker.key: worker for worker in self.workers}

    @cached_property
    def closed(self) -> dict[date, str]:
        """Names of the closed days."""
        return {holiday.day: holiday.name for holiday in self.holidays}

    @cached_property
    def room_for_newcomers(self) -> dict[tuple[str, str], int]:
        """Seats open to the first phase, by (site, track): the smallest slot of each cohort
        counts."""
        least: dict[tuple[str, str, str], int] = {}
        for slot in self.slots:
            if slot.track and self.phases[0].code in slot.phases:
                key = (slot.site, slot.track, slot.cohort)
                least[key] = min(slot.capacity, least.get(key, slot.capacity))
        found: dict[tuple[str, str], int] = {}
        for (site, track, _), seats in least.items():
            found[site, track] = found.get((site, track), 0) + seats
        return found

    @cached_property
    def title_of(self) -> dict[str, str]:
        """Titles of topics by key."""
        return dict(self.topic_titles)

    @cached_property
    def cast_counselor(self) -> str:
        """Key of the counselor who carries the cast: the demo account's, else the first
        counselor."""
        return (
            self.demo_counselor
            if self.demo_counselor in self.worker_by_key
            else self.one("counselor")
        )

    @cached_property
    def seats(self) -> int:
        """How many people the cohorts can hold together; open groups do not count."""
        least: dict[tuple[str, tuple[str, ...]], int] = {}
        for slot in self.slots:
            if slot.track:
                key = (slot.cohort, slot.phases)
                least[key] = min(slot.capacity, least.get(key, slot.capacity))
        return sum(least.values())

    def is_evening(self, track: str) -> bool:
        """Whether every slot of the track starts at five or later."""
        return all(slot.begins >= 17 * 60 for slot in self.slots if slot.track == track)

    def staff(self, role: str, site: str = "") -> tuple[Worker, ...]:
        """Workers of a role, those of the site first; falls back to any site."""
        all_of_role = [
            worker for worker in self.workers if role == worker.role or role in worker.other_roles
        ]
        here = [worker for worker in all_of_role if worker.site == site]
        return tuple(here or all_of_role)

    def one(self, role: str, site: str = "", otherwise: str = "counselor") -> str:
        """Key of one worker of that role; of the `otherwise` role when nobody has it."""
        found = self.staff(role, site) or self.staff(otherwise, site) or self.workers
        return found[0].key
