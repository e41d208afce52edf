"""The clients of a week against the hours their phase asks for."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.models import Holiday, SessionType
from homeward.timetable.models import GroupMembership, Seat, TherapyGroup
from homeward.timetable.queries import planned_minutes
from homeward.timetable.rules.shortfall import OpenGroup, WeekOfClient, shortfall_of
from homeward.timetable.seating import every, standing_on

DAYS = timedelta(days=7)
# What a board of hundreds reads of each client; the site decides who may read it.
CALLED_BY = ("site", "name", "preferred_name")
# Family evenings and meetings are for their own purpose, not for filling a client's hours.
NOT_FOR_HOURS = frozenset({SessionType.Kind.FAMILY, SessionType.Kind.MUTUAL_HELP, "multi_family"})


@dataclass(frozen=True, slots=True)
class ClientWeek:
    """One client's planned and required minutes of a week, and why they differ."""

    episode: Episode
    planned: int
    required: int
    facts: "_Facts"

    @property
    def is_short(self) -> bool:
        return self.planned < self.required

    @property
    def decision(self) -> Decision:
        """Worked out when somebody looks: a board shows a dozen of hundreds."""
        return shortfall_of(self.facts.week_of(self.episode, self.planned))


def client_weeks(
    actor: Actor, program_id: UUID, site_id: UUID, week_start: date
) -> list[ClientWeek]:
    """Every client within reach who is in the program that week, by name; a fixed few queries."""
    episodes = list(
        Episode.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(
            program_id=program_id, site_id=site_id, ended_at=None,
            admitted_on__lt=week_start + DAYS,
        )
        .select_related("client")
        .prefetch_related("phase")
        .only("client", "site", "track", "phase", *(f"client__{field}" for field in CALLED_BY))
        .order_by("client__name", "pk")
    )  # fmt: skip
    planned = planned_minutes([episode.client_id for episode in episodes], week_start)
    facts = _Facts(program_id, site_id, week_start)
    return [
        ClientWeek(
            episode,
            planned[episode.client_id],
            episode.phase.weekly_minutes,
            facts,
        )
        for episode in episodes
    ]


class _Facts:
    """Groups, standing seats, holidays and cancelled seats of one week at one site."""

    def __init__(self, program_id: UUID, site_id: UUID, week_start: date) -> None:
        ends_on = week_start + DAYS
        self.groups = {
            group.pk: group
            for group in TherapyGroup.objects.filter(
                Q(ends_on=None) | Q(ends_on__gt=week_start),
                program_id=program_id, site_id=site_id, starts_on__lt=ends_on,
            ).prefetch_related("session_type", "phases")
            .order_by("weekday", "starts", "code")
        }  # fmt: skip
        self.phases = {
            group.pk: frozenset(phase.pk for phase in group.phases.all())
            for group in self.groups.values()
        }
        self.held: dict[UUID, set[UUID]] = defaultdict(set)
        self.taken: dict[UUID, int] = defaultdict(int)
        rows = every(GroupMembership).filter(standing_on(week_start), group__in=self.groups)
        for client_id, group_id in rows.values_list("client_id", "group_id"):
            self.held[client_id].add(group_id)
            self.taken[group_id] += 1
        closed = Holiday.objects.filter(program_id=program_id, on__gte=week_start, on__lt=ends_on)
        self.closed_weekdays = {on.weekday() for on in closed.values_list("on", flat=True)}
        self.cancelled = self._cancelled(site_id, week_start, ends_on)

    def _cancelled(self, site_id: UUID, first: date, last: date) -> dict[UUID, int]:
        rows: Any = (
            every(Seat)
            .filter(
                site_id=site_id, released_reason="session_cancelled",
                session__on__gte=first, session__on__lt=last,
            )
            .values("client_id")
            .annotate(total=Sum("session__clinical_minutes"))
        )  # fmt: skip
        return {row["client_id"]: row["total"] for row in rows}

    def week_of(self, episode: Episode, planned: int) -> WeekOfClient:
        """One client's facts for the rule."""
        held = [self.groups[pk] for pk in self.held[episode.client_id]]
        return WeekOfClient(
            required=episode.phase.weekly_minutes,
            planned=planned,
            standing=sum(group.clinical_minutes for group in held),
            lost_to_holidays=sum(
                group.clinical_minutes for group in held if group.weekday in self.closed_weekdays
            ),
            lost_to_cancelling=self.cancelled.get(episode.client_id, 0),
            fitting=self._fitting(episode, held),
        )

    def _fitting(self, episode: Episode, held: list[TherapyGroup]) -> tuple[OpenGroup, ...]:
        found = []
        for group in self.groups.values():
            phases = self.phases[group.pk]
            if group in held or group.track_id not in (None, episode.track_id):
                continue
            if group.session_type.kind in NOT_FOR_HOURS:
                continue
            if phases and episode.phase_id not in phases:
                continue
            clashes = any(
                other.weekday == group.weekday
                and other.starts < group.ends
                and other.ends > group.starts
                for other in held
            )
            is_open = self.taken[group.pk] < group.capacity and not clashes
            found.append(OpenGroup(group.name, group.clinical_minutes, is_open))
        return tuple(found)
