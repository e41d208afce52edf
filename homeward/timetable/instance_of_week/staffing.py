"""Staff and rooms of the week: hours worked, skills by credential, limits, what is closed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.kernel.periods import Period
from homeward.kernel.roles import Role
from homeward.program.models import Room
from homeward.staff.models import Credential, RoleGrant, Worker, WorkingHours
from homeward.timetable.capacity import Absence, Closure, LeadingTerms
from homeward.timetable.instance_of_week.clock import DAYS, WeekClock
from homeward.timetable.instance_of_week.commitments import Commitments
from homeward.timetable.instance_of_week.terms import Numbers
from homeward.timetable.leading import roles_that_write_notes
from homeward.timetable.rules.hours import Interval, joined, minute_of, without
from homeward.timetable.windows import PlanningTerms

WEEK = timedelta(days=DAYS)
MAIN_LANGUAGE = "en"
# Who leads where a kind of session asks for no credential: those who counsel or treat.
LEADING_ROLES = frozenset(
    {Role.COUNSELOR, Role.FAMILY_COUNSELOR, Role.PSYCHOLOGIST, Role.PHYSICIAN, Role.NURSE}
)
Windows = list[list[int]]


class Staffing:
    """The workers of a site in one week; five queries whatever their number."""

    def __init__(self, site: Any, clock: WeekClock, numbers: Numbers) -> None:
        self.site, self.clock, self.numbers = site, clock, numbers
        first, last = clock.starts_on, clock.starts_on + WEEK
        self.workers = list(Worker.objects.filter(site=site).order_by("pk"))
        ids = [worker.pk for worker in self.workers]
        in_week = Q(starts_on__lt=last) & (Q(ends_on=None) | Q(ends_on__gt=first))
        self.hours = _by_worker(WorkingHours.objects.filter(in_week, worker__in=ids))
        self.credentials = _by_worker(Credential.objects.filter(in_week, worker__in=ids))
        self.roles = _by_worker(RoleGrant.objects.filter(in_week, worker__in=ids))
        self.terms = _by_worker(
            LeadingTerms.objects.filter(in_week, worker__in=ids).order_by("starts_on")
        )
        self.absences: dict[UUID, list[Period]] = defaultdict(list)
        for row in Absence.objects.filter(
            worker__in=ids, withdrawn_at=None,
            starts_at__lt=clock.when(DAYS, 0), ends_at__gt=clock.when(0, 0),
        ):  # fmt: skip
            self.absences[row.worker_id].append(Period(row.starts_at, row.ends_at))

    @property
    def ids(self) -> list[UUID]:
        return [worker.pk for worker in self.workers]

    def people(self, types: Iterable[Any], taken: Commitments) -> list[dict[str, Any]]:
        """Everybody who works in the week, as the plain form has them."""
        kinds = list(types)
        found = []
        for worker in self.workers:
            windows = self.windows(worker.pk, taken.workers.get(worker.pk, []))
            if windows:
                found.append(self._person(worker, kinds, windows))
        return found

    def languages(self) -> set[str]:
        """Languages somebody leads in."""
        spoken = [set(rows[-1].languages) for rows in self.terms.values() if rows]
        return {MAIN_LANGUAGE}.union(*spoken)

    def windows(self, worker_id: UUID, taken: Iterable[Period]) -> Windows:
        """Worked slots of the week without absences and what is taken, as [day, from, to]."""
        away: dict[int, list[Interval]] = defaultdict(list)
        for period in (*self.absences.get(worker_id, ()), *taken):
            for day, interval in self.clock.minutes_of(period):
                away[day].append(interval)
        found = []
        for day in range(DAYS):
            on = self.clock.on(day)
            worked = joined(
                (minute_of(row.starts), minute_of(row.ends))
                for row in self.hours.get(worker_id, ())
                if row.weekday == on.weekday()
                and row.starts_on <= on
                and (row.ends_on is None or on < row.ends_on)
            )
            for interval in without(worked, away[day]):
                inside = self.clock.inside(interval)
                if inside:
                    found.append([day, *inside])
        return found

    def _person(self, worker: Any, kinds: list[Any], windows: Windows) -> dict[str, Any]:
        terms = next(iter(reversed(self.terms.get(worker.pk, []))), None)
        slot = self.clock.slot_minutes
        skills, ends = self._skills(worker.pk, kinds)

        def limit(own: str, number: str) -> int:
            minutes = getattr(terms, own, 0) or int(self.numbers[number])
            return int(minutes // slot)

        return {
            "id": str(worker.pk),
            "skills": skills,
            "langs": sorted({MAIN_LANGUAGE, *(terms.languages if terms else ())}),
            "pops": sorted(
                {PlanningTerms.Population.MIXED.value, *(terms.populations if terms else ())}
            ),
            "avail": windows,
            "max_day": limit("most_day_minutes", "leader_most_day_minutes"),
            "max_week": limit("most_week_minutes", "leader_most_week_minutes"),
            "target_week": limit("target_week_minutes", "leader_target_week_minutes"),
            "naloxone": worker.is_naloxone_trained,
            "credential_ends": ends,
        }

    def _skills(self, worker_id: UUID, kinds: list[Any]) -> tuple[list[str], int | None]:
        """Kinds of session led in the week, and the day from which no credential is left.

        Who leads writes the notes of it, so a role that writes notes is asked for as well. A kind
        whose credential ends earlier than the last one is not led at all in that week.
        """
        until: dict[str, int] = {}
        roles = {row.role for row in self.roles.get(worker_id, ())}
        if not roles & roles_that_write_notes():
            return [], None
        for kind in kinds:
            if not kind.credentials:
                if roles & LEADING_ROLES:
                    until[kind.code] = DAYS
                continue
            days = [
                DAYS if row.ends_on is None else (row.ends_on - self.clock.starts_on).days
                for row in self.credentials.get(worker_id, ())
                if row.code in kind.credentials and row.starts_on <= self.clock.starts_on
            ]
            if days:
                until[kind.code] = min(DAYS, max(days))
        last = max(until.values(), default=DAYS)
        skills = sorted(code for code, day in until.items() if day == last and day > 0)
        return skills, None if last >= DAYS else last


def rooms_of(
    site: Any, clock: WeekClock, numbers: Numbers, taken: Commitments, closures: Iterable[Any]
) -> list[dict[str, Any]]:
    """The rooms of a site, small ones as offices; when they are closed or taken; one query."""
    small = int(numbers["office_most_seats"])
    shut: dict[UUID, list[Period]] = defaultdict(list)
    for row in closures:
        if row.room_id:
            shut[row.room_id].append(Period(row.starts_at, row.ends_at))
    return [
        {
            "id": str(room.pk),
            "kind": "office" if room.seats <= small else "group",
            "capacity": room.seats,
            "closed": closed_windows(clock, (*shut[room.pk], *taken.rooms.get(room.pk, ()))),
        }
        for room in Room.objects.filter(site=site, seats__gte=2).order_by("pk")
    ]


def closures_of(site: Any, clock: WeekClock) -> list[Closure]:
    """What is closed at a site in the week, rooms and all of it."""
    return list(
        Closure.objects.filter(
            site=site, withdrawn_at=None,
            starts_at__lt=clock.when(DAYS, 0), ends_at__gt=clock.when(0, 0),
        ).order_by("starts_at", "pk")
    )  # fmt: skip


def closed_windows(clock: WeekClock, periods: Iterable[Period]) -> Windows:
    """The slots that these periods touch, as [day, from, to]."""
    touched: dict[int, list[Interval]] = defaultdict(list)
    for period in periods:
        for day, interval in clock.minutes_of(period):
            around = clock.around(interval)
            if around:
                touched[day].append(around)
    return [[day, *each] for day in sorted(touched) for each in joined(touched[day])]


def _by_worker(rows: Iterable[Any]) -> Mapping[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.worker_id].append(row)
    return found
