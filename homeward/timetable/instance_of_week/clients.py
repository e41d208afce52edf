"""Clients of the week: what they need, when they can come, with whom, in which language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.kernel.periods import Period
from homeward.people.models import TeamMembership
from homeward.timetable.availability import hours_of_many, in_track
from homeward.timetable.instance_of_week.clock import DAYS, WeekClock
from homeward.timetable.instance_of_week.staffing import MAIN_LANGUAGE
from homeward.timetable.models import KeptApart
from homeward.timetable.needs import ClientNeed
from homeward.timetable.rules.hours import Interval, WeekHours, common, minute_of, without
from homeward.timetable.seating import every
from homeward.timetable.windows import NotWith, PlanningTerms

WEEK = timedelta(days=DAYS)
IN_PERSON = PlanningTerms.Mode.IN_PERSON.value
MIXED = PlanningTerms.Population.MIXED.value


class Clients:
    """Everybody in care in the week; a fixed few queries whatever their number."""

    def __init__(self, needs: Mapping[UUID, ClientNeed], clock: WeekClock) -> None:
        self.needs, self.clock = needs, clock
        ids = list(needs)
        self.hours = hours_of_many(ids, clock.starts_on)
        held = _held_in(clock.starts_on)
        terms = every(PlanningTerms).filter(held, client__pk__among=ids).order_by("starts_on")
        self.terms = {row.client_id: row for row in terms}
        self.counselors = _counselors(ids, clock)
        pairs = every(KeptApart).filter(held, client__pk__among=ids).order_by("pk")
        self.pairs = [
            (row.client_id, row.other_id, row.level) for row in pairs if row.other_id in needs
        ]
        conflicts = every(NotWith).filter(held, client__pk__among=ids).order_by("pk")
        self.conflicts = [(row.worker_id, row.client_id) for row in conflicts]

    def people(
        self,
        services: Mapping[str, Mapping[str, Any]],
        staff: list[dict[str, Any]],
        taken: Mapping[UUID, list[Period]],
        spoken: set[str],
    ) -> list[dict[str, Any]]:
        """Every client as the plain form has them."""
        group_of = self._languages(services, spoken)
        return [
            self._client(pk, need, services, staff, taken.get(pk, []), group_of[pk])
            for pk, need in self.needs.items()
        ]

    def _client(
        self,
        pk: UUID,
        need: ClientNeed,
        services: Mapping[str, Mapping[str, Any]],
        staff: list[dict[str, Any]],
        taken: Iterable[Period],
        language: str,
    ) -> dict[str, Any]:
        meetings = {code: times for code, times in need.meetings.items() if code in services}
        slots = sum(services[code]["slots"] * times for code, times in meetings.items())
        terms = self.terms.get(pk)
        track = need.episode.track
        hours = in_track(self.hours.get(pk), track.day_starts, track.day_ends)
        own = (minute_of(track.day_starts), minute_of(track.day_ends))
        planned = need.minutes - need.booked_minutes
        least = _share(slots, need.least_minutes - need.booked_minutes, planned)
        most = need.most_authorized
        return {
            "id": str(pk),
            "phase": need.phase_class,
            "track": track.code,
            "lang": language,
            "pop": terms.population if terms else MIXED,
            "mode": terms.mode if terms else IN_PERSON,
            "pref_mode": _preferred(terms),
            "avail": self._windows(hours, taken, need.episode),
            "pref": self._preferred(hours, own),
            "needs": meetings,
            "assigned": {
                code: self._assigned(pk, code, staff, need.named.get(code, ()))
                for code in meetings
                if services[code]["kind"] == "single"
            },
            "min_days": need.min_days,
            "max_day": self.clock.slots_a_day,
            "auth_min": least,
            "auth_max": slots
            if most is None
            else _share(slots, most - need.booked_minutes, planned),
        }

    def _assigned(
        self, pk: UUID, code: str, staff: list[dict[str, Any]], named: Iterable[UUID]
    ) -> list[str]:
        """Whom the plan names, then the own counselor, where they do this and work that week.

        Else whoever does it: a plan's name does not keep a client from being seen.
        """
        skilled = [person["id"] for person in staff if code in person["skills"]]
        by_plan = [str(each) for each in named if str(each) in skilled]
        own = [each for each in self.counselors.get(pk, ()) if each in skilled]
        return by_plan or own[:1] or skilled

    def _windows(self, hours: WeekHours, taken: Iterable[Period], episode: Any) -> list[list[int]]:
        booked: dict[int, list[Interval]] = defaultdict(list)
        for period in taken:
            for day, interval in self.clock.minutes_of(period):
                booked[day].append(interval)
        found = []
        for day in range(DAYS):
            on = self.clock.on(day)
            if on < episode.admitted_on:
                continue
            for interval in without(hours.can_come(on.weekday()), booked[day]):
                inside = self.clock.inside(interval)
                if inside:
                    found.append([day, *inside])
        return found

    def _preferred(self, hours: WeekHours, own: Interval) -> list[list[int]]:
        found = []
        for day in range(DAYS):
            for interval in common(hours.welcome(self.clock.on(day).weekday()), [own]):
                inside = self.clock.inside(interval)
                if inside:
                    found.append([day, *inside])
        return found

    def _languages(
        self, services: Mapping[str, Mapping[str, Any]], spoken: set[str]
    ) -> dict[UUID, str]:
        """The language of a client's groups: their own where a group of it can be, else the main.

        A language nobody leads in, or that too few of a phase share, would leave people without
        any group; they sit in groups of the main language.
        """
        least = max((entry.get("min", 1) for entry in services.values()), default=1)
        shared = Counter(
            (need.episode.client.language, need.phase_class) for need in self.needs.values()
        )
        found = {}
        for pk, need in self.needs.items():
            own = need.episode.client.language
            enough = own in spoken and shared[own, need.phase_class] >= least
            found[pk] = own if enough else MAIN_LANGUAGE
        return found


def _share(slots: int, minutes: int, of: int) -> int:
    """So many of the slots as `minutes` are of the week's minutes; all of them from there on."""
    return max(0, min(slots, slots * minutes // of)) if of > 0 else 0


def _preferred(terms: Any) -> str:
    if terms is None:
        return IN_PERSON
    either = PlanningTerms.Mode.EITHER.value
    return terms.mode if terms.mode != either else terms.preferred_mode  # type: ignore[no-any-return]


def _held_in(first: date) -> Q:
    return Q(starts_on__lt=first + WEEK) & (Q(ends_on=None) | Q(ends_on__gt=first))


def _counselors(ids: list[UUID], clock: WeekClock) -> dict[UUID, list[str]]:
    """The primary counselor of each, then the rest of the team, as ids."""
    rows = (
        every(TeamMembership)
        .filter(client__pk__among=ids, starts_at__lt=clock.when(DAYS, 0))
        .exclude(ends_at__lte=clock.when(0, 0))
        .order_by("-is_primary", "starts_at", "pk")
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for row in rows:
        found[row.client_id].append(str(row.worker_id))
    return found
