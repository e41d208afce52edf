"""What the hours guard knows of a week: minutes by day, seats, open sessions, who is apart.

Everything is read once for all clients; whether one of them fits a session is then worked out
without another read.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import COUNTING
from homeward.attendance.rules.drop_in import Asking, Place
from homeward.attendance.rules.hours_guard import DayMinimum, GuardedDay
from homeward.coverage.authorized import authorized_between
from homeward.coverage.models import Coverage, PayerNumber
from homeward.coverage.rules.authorized import LETTER
from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Source
from homeward.program.models import Program, SessionType, Site
from homeward.timetable.models import GroupSession, KeptApart, Seat, SessionLeader
from homeward.timetable.queries import session_rows
from homeward.timetable.seating import every, standing_on
from homeward.timetable.windows import NotWith

WEEK = timedelta(days=7)
NOT_FOR_HOURS = frozenset({SessionType.Kind.FAMILY, SessionType.Kind.MUTUAL_HELP, "multi_family"})


@dataclass(frozen=True, slots=True)
class Held:
    """A seat somebody holds this week; `is_open` while it is still to come and not marked."""

    session_id: UUID
    name: str
    on: date
    starts_at: datetime
    ends_at: datetime
    minutes: int
    is_open: bool


class WeekFacts:
    """One week of one site and program, as it stands at an instant."""

    def __init__(
        self, site: Site, program: Program, starts_on: date, clients: Iterable[UUID], now: datetime
    ) -> None:
        self.site, self.program, self.starts_on, self.now = site, program, starts_on, now
        self.ids = list(clients)
        self.last = starts_on + WEEK
        self.delivered = self._delivered()
        self.held = self._held()
        self.sessions = self._sessions()
        self.apart = self._apart()
        self.present = self._present()
        self.barred = self._barred()
        self.day_minimums = self._day_minimums()

    def days_of(self, client_id: UUID) -> tuple[GuardedDay, ...]:
        """The seven days with what was delivered and what is still planned."""
        planned: dict[date, int] = defaultdict(int)
        for held in self.held[client_id]:
            if held.is_open:
                planned[held.on] += held.minutes
        days = [self.starts_on + timedelta(days=number) for number in range(7)]
        delivered = self.delivered[client_id]
        return tuple(GuardedDay(day, delivered.get(day, 0), planned[day]) for day in days)

    def day_minimum(self, episode: Episode) -> DayMinimum | None:
        """What the payer asks of a day at the program's own level; lighter care asks nothing."""
        if episode.phase.level_code != self.program.level_code:
            return None
        return self.day_minimums.get(episode.client_id)

    def place_for(self, session: GroupSession, episode: Episode, fits: bool | None) -> Place:
        """A session as this client would find it."""
        phases = {phase.pk for phase in session.group.phases.all()} if session.group else set()
        held = self.held[episode.client_id]
        apart = self.apart[episode.client_id]
        return Place(
            on=session.on,
            starts_at=session.starts_at,
            week_starts_on=self.starts_on,
            clinical_minutes=session.clinical_minutes,
            capacity=session.capacity,
            taken=session.seats_taken,
            is_group=session.group is not None,
            is_for_hours=session.session_type.kind not in NOT_FOR_HOURS,
            is_same_site=session.site_id == episode.site_id,
            is_for_phase=not phases or episode.phase_id in phases,
            fits_windows=fits,
            clashes=tuple(
                each.name
                for each in held
                if each.session_id != session.pk
                and each.starts_at < session.ends_at
                and each.ends_at > session.starts_at
            ),
            is_seated=any(each.session_id == session.pk for each in held),
            is_kept_apart=bool(apart & self.present[session.pk])
            or (episode.client_id, session.pk) in self.barred,
        )

    def asking(self, episode: Episode, extras: Any) -> Asking:
        """What a client's week is missing, by the guard's answer."""
        days = self.days_of(episode.client_id)
        return Asking(
            is_enrolled=episode.ended_at is None,
            missing_minutes=int(extras["missing_minutes"]),
            missing_days=int(extras["missing_days"]),
            days_held=frozenset(day.on for day in days if day.minutes),
            thin_days=frozenset(date.fromisoformat(day) for day in extras["thin_days"]),
        )

    def _delivered(self) -> dict[UUID, dict[date, int]]:
        found: dict[UUID, dict[date, int]] = defaultdict(dict)
        rows = (
            AttendanceMark.objects.for_actor(COUNTING, Purpose.OPERATIONS)
            .filter(client_id__in=self.ids, on__gte=self.starts_on, on__lt=self.last)
            .order_by()
            .values("client_id", "on")
            .annotate(minutes=Sum("credited_minutes"))
        )
        for row in rows:
            found[row["client_id"]][row["on"]] = row["minutes"]
        return found

    def _held(self) -> dict[UUID, list[Held]]:
        found: dict[UUID, list[Held]] = defaultdict(list)
        rows = (
            every(Seat)
            .filter(
                client_id__in=self.ids, released_at=None, session__cancelled_at=None,
                session__on__gte=self.starts_on, session__on__lt=self.last,
            )
            .order_by("starts_at")
            .values_list(
                "client_id", "session_id", "session__name", "session__on", "starts_at", "ends_at",
                "session__clinical_minutes", "mark",
            )
        )  # fmt: skip
        for client_id, session_id, name, on, starts_at, ends_at, minutes, mark in rows:
            is_open = mark is None and ends_at > self.now
            found[client_id].append(
                Held(session_id, name, on, starts_at, ends_at, minutes, is_open)
            )
        return found

    def _sessions(self) -> list[GroupSession]:
        """Groups of the week that are still to come, in order of time."""
        rows = session_rows().prefetch_related("group__phases")
        return list(
            rows.filter(
                site=self.site, program=self.program, on__gte=self.starts_on, on__lt=self.last,
                starts_at__gt=self.now, cancelled_at=None, closed_at=None, group__isnull=False,
            )
        )  # fmt: skip

    def _apart(self) -> dict[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = defaultdict(set)
        pairs = every(KeptApart).filter(standing_on(self.starts_on), starts_on__lt=self.last)
        named = pairs.filter(Q(client_id__in=self.ids) | Q(other_id__in=self.ids))
        for first, second in named.values_list("client_id", "other_id"):
            found[first].add(second)
            found[second].add(first)
        return found

    def _present(self) -> dict[UUID, set[UUID]]:
        """Who of those kept apart from somebody sits in which session."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        watched = set().union(*self.apart.values()) if self.apart else set()
        if watched:
            rows = every(Seat).filter(
                session__in=[session.pk for session in self.sessions], released_at=None,
                client_id__in=watched,
            )  # fmt: skip
            for session_id, client_id in rows.values_list("session_id", "client_id"):
                found[session_id].add(client_id)
        return found

    def _barred(self) -> set[tuple[UUID, UUID]]:
        """Clients with the sessions that somebody leads whom they are not to meet."""
        pairs = every(NotWith).filter(
            standing_on(self.starts_on), starts_on__lt=self.last, client_id__in=self.ids
        )
        found = list(pairs.values_list("client_id", "worker_id"))
        if not found:
            return set()
        led = SessionLeader.objects.filter(
            session__in=[session.pk for session in self.sessions], is_released=False,
            worker_id__in=[worker_id for _client_id, worker_id in found],
        )  # fmt: skip
        sessions = defaultdict(set)
        for worker_id, session_id in led.values_list("worker_id", "session_id"):
            sessions[worker_id].add(session_id)
        return {
            (client_id, session_id)
            for client_id, worker_id in found
            for session_id in sessions[worker_id]
        }

    def _day_minimums(self) -> dict[UUID, DayMinimum]:
        """Each client's payer's least minutes a day as they hold at the week's start."""
        covered = (
            every(Coverage)
            .filter(Q(ends_on=None) | Q(ends_on__gt=self.starts_on), client_id__in=self.ids)
            .filter(starts_on__lt=self.last)
            .order_by("starts_on", "created_at")
        )
        payer_of = {row.client_id: row.payer_id for row in covered.only("client", "payer")}
        numbers = PayerNumber.objects.filter(
            payer_id__in=set(payer_of.values()), code="min_minutes_per_day",
            starts_on__lt=self.last,
        )  # fmt: skip
        asked = {row.payer_id: _minimum(row) for row in numbers.order_by("starts_on")}
        usual = PAYER_NUMBERS["min_minutes_per_day"]
        none = DayMinimum(0, usual.source)
        found = {client: asked.get(payer, none) for client, payer in payer_of.items()}
        return {**found, **self._authorized_days()}

    def _authorized_days(self) -> dict[UUID, DayMinimum]:
        """What an authorization names for a day wins over the payer's usual minutes."""
        rows = authorized_between(self.ids, self.starts_on, self.last - timedelta(days=1))
        return {
            client: DayMinimum(row.day_least_minutes, LETTER)
            for client, row in rows.items()
            if row.day_least_minutes is not None
        }


def _minimum(row: PayerNumber) -> DayMinimum:
    source = Source(row.code, row.source_title, row.tag, row.citation)
    return DayMinimum(int(Decimal(row.value)), source)
