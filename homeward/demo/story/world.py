"""The state of the story while it is told: people in the funnel and in care, seats, bookings,
what comes due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from .chance import Chance
from .course import Course
from .events import Answers, Attended, Event, Problem, TestResulted
from .outline import Outline, Phase, Slot, Worker
from .profiles import Profile
from .ratings import Ratings
from .rotation import Rotation
from .seating import Seats, Week
from .words import Wording

DAY = timedelta(days=1)
POSITIVE = frozenset({"presumptive_positive", "positive"})


@cache
def zone(name: str) -> ZoneInfo:
    """The zone of that IANA name."""
    return ZoneInfo(name)


@dataclass(slots=True)
class Script:
    """What a member of the cast is bound to; days are dates."""

    name: str = ""
    absent_on: frozenset[date] = frozenset()
    thoughts_on: frozenset[date] = frozenset()
    use_weeks: frozenset[int] | None = None
    always_comes: bool = False
    intensive_ends_on: date | None = None
    no_review_before: date | None = None
    counselor: str = ""
    kept_week: Week | None = None


@dataclass(slots=True)
class Caller:
    """Somebody on the way in; `fate` is empty for those who will start."""

    profile: Profile
    course: Course
    chance: Chance
    site: str
    track: str
    fate: str
    script: Script
    starts_on: date | None = None
    asked_on: date | None = None
    ratings: Ratings = (0, 0, 2, 1, 2, 1)
    screener: Answers = ()


@dataclass(slots=True)
class Client:
    """One episode of care as it stands on the day being told."""

    profile: Profile
    course: Course
    chance: Chance
    site: str
    track: str
    cohort: str
    phase: int
    counselor: str
    admitted_on: date
    chart_number: str
    ratings: Ratings
    script: Script
    slots: list[Slot] = field(default_factory=list)
    next_slots: list[Slot] | None = None
    next_from: date | None = None
    phase_began: date | None = None
    boundaries: list[float] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    objectives: list[str] = field(default_factory=list)
    objective_states: dict[str, str] = field(default_factory=dict)
    plan_reviewed_on: date | None = None
    marks: list[tuple[date, str]] = field(default_factory=list)
    positive_on: set[date] = field(default_factory=set)
    register: list[tuple[date, int, int, bool]] = field(default_factory=list)
    tests: list[tuple[date, str]] = field(default_factory=list)
    drawn_on: list[date] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    phq9_on: date | None = None
    family_consent: str = ""
    last_contact: date | None = None
    first_missed: date | None = None
    missed_in_a_row: int = 0
    gone: bool = False
    discharged: bool = False
    review_due: date | None = None
    stay_due: date | None = None
    appointments: set[tuple[date, int, int]] = field(default_factory=set)
    bookings: dict[str, date] = field(default_factory=dict)
    discharge_on: date | None = None
    use: dict[int, bool] = field(default_factory=dict)
    outreach_settled: bool = False

    @property
    def key(self) -> str:
        """The person's key."""
        return self.profile.key

    def days_in(self, day: date) -> int:
        """Days since admission."""
        return (day - self.admitted_on).days


class World:
    """Everything told so far and everything due later."""

    def __init__(self, seed: int, first_day: date, outline: Outline) -> None:
        self.outline = outline
        self.slots_by_weekday: dict[int, list[Slot]] = defaultdict(list)
        for slot in outline.slots:
            self.slots_by_weekday[slot.weekday].append(slot)
        self.first_day = first_day
        self.chance = Chance("homeward", seed, first_day)
        self.seats = Seats(outline)
        self.rotation = Rotation()
        self.wording = Wording()
        self.events: list[Event] = []
        self.people: list[Profile] = []
        self.names: set[str] = {worker.name for worker in outline.workers}
        self.clients: dict[str, Client] = {}
        self.caseload: dict[str, int] = defaultdict(int)
        self.agenda: dict[date, list[Callable[[date], None]]] = defaultdict(list)
        self.busy: dict[tuple[str, date], list[tuple[int, int]]] = defaultdict(list)
        self.topics: dict[str, str] = {}
        self.kept_weeks: dict[str, Week] = {}
        self.coming = 0
        self.admitted = 0
        self.outcomes: dict[str, str] = {}

    def say(self, event: Event) -> None:
        """Add to the story; what the team's cards look at is remembered."""
        self.events.append(event)
        if isinstance(event, Attended):
            self.clients[event.person].marks.append((event.at.date(), event.state))
        elif isinstance(event, TestResulted) and POSITIVE & {one.value for one in event.results}:
            self.clients[event.person].positive_on.add(event.at.date())

    def at(self, site: str, day: date, minutes: float) -> datetime:
        """That wall time of the site, minutes (with seconds as a part) after midnight."""
        whole = int(minutes)
        return datetime(
            day.year,
            day.month,
            day.day,
            whole // 60,
            whole % 60,
            int((minutes - whole) * 60),
            tzinfo=zone(self.outline.zones[site]),
        )

    def is_open(self, day: date) -> bool:
        """A weekday on which the program is not closed."""
        return day.weekday() < 5 and day not in self.outline.closed

    def next_open(self, day: date) -> date:
        """That day if the program is open, else the next one that is."""
        while not self.is_open(day):
            day += DAY
        return day

    def later(self, day: date, step: Callable[[date], None]) -> None:
        """Have something done on that day."""
        self.agenda[day].append(step)

    def phase_of(self, client: Client) -> Phase:
        """The phase somebody is in."""
        return self.outline.phases[client.phase]

    def phase_on(self, client: Client, day: date) -> Phase:
        """The phase in force on a day, while the next one may be decided already."""
        waits = client.next_slots is not None and client.next_from and day < client.next_from
        return self.outline.phases[client.phase - bool(waits)]

    def leads(self, worker: str, day: date, start: int, end: int) -> bool:
        """Whether a group of theirs meets between those minutes of the day."""
        return any(
            worker in slot.leaders and slot.begins < end and start < slot.ends
            for slot in self.slots_by_weekday[day.weekday()]
        )

    def is_free(self, worker: str, day: date, start: int, end: int) -> bool:
        """Neither leading a group nor booked between those minutes."""
        return not self.leads(worker, day, start, end) and all(
            end <= busy_from or start >= busy_to for busy_from, busy_to in self.busy[worker, day]
        )

    def on_duty(self, roles: tuple[str, ...], site: str, day: date, minute: float) -> str:
        """Somebody of the first of the roles that is in at that minute; the first role's anyway
        when none is."""
        for role in roles:
            for worker in self.outline.staff(role, site):
                early, late = shift_of(worker, day.weekday())
                if early <= minute <= late:
                    return worker.key
        return self.outline.one(roles[0], site)

    def next_at_work(self, worker_key: str, day: date, nth: int = 1) -> tuple[date, int]:
        """The worker's nth later day at work, and the minute they begin; two weeks at most."""
        worker = self.outline.worker_by_key[worker_key]
        for ahead in range(1, 15):
            on = day + ahead * DAY
            early, late = shift_of(worker, on.weekday())
            works = late > early and (worker.shifts or on.weekday() < 5)
            nth -= bool(works and on not in self.outline.closed)
            if nth == 0:
                return on, early
        return self.next_open(day + DAY), 9 * 60

    def slots_on(self, client: Client, day: date) -> list[Slot]:
        """Slots somebody is expected in on that day, in order."""
        if day in self.outline.closed:
            return []
        slots = (
            client.next_slots
            if client.next_slots is not None and client.next_from and day >= client.next_from
            else client.slots
        )
        return sorted(
            (slot for slot in slots if slot.weekday == day.weekday()), key=lambda slot: slot.starts
        )

    def next_scheduled(self, client: Client, day: date) -> date | None:
        """The first later day with a session, within three weeks."""
        for ahead in range(1, 22):
            if self.slots_on(client, day + ahead * DAY):
                return day + ahead * DAY
        return None


def session_key(slot: Slot, day: date) -> str:
    """The name of one meeting of a slot."""
    return f"{slot.key}@{day.isoformat()}"


def shift_of(worker: Worker, weekday: int) -> tuple[int, int]:
    """When the worker is in on that weekday, in minutes; 9 to 17 where the outline names no
    hours at all."""
    for shift in worker.shifts:
        if shift.weekday == weekday:
            return (
                shift.starts.hour * 60 + shift.starts.minute,
                shift.ends.hour * 60 + shift.ends.minute,
            )
    return (0, 0) if worker.shifts else (9 * 60, 17 * 60)
