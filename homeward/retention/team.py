"""Who is on the team of many clients now, and who supervises their counselors: four queries."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.retention.rules.owners import Member, owner_of
from homeward.staff.models import Supervision
from homeward.timetable.kept_away import workers_kept_away
from homeward.timetable.roster import DutyShift

ASKING = Actor.of_service("retention.team")


@dataclass(frozen=True, slots=True)
class Teams:
    """The teams of some clients, the primary counselor first, without whom they do not meet.

    `supervisors` are by client: whoever supervises the primary counselor.
    """

    members: Mapping[UUID, tuple[Member, ...]]
    supervisors: Mapping[UUID, UUID]
    at_work: frozenset[UUID]
    kept_away: Mapping[UUID, frozenset[UUID]]

    @classmethod
    def of(cls, client_ids: Collection[UUID], now: datetime) -> "Teams":
        rows = TeamMembership.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
            Q(ends_at=None) | Q(ends_at__gt=now), client__in=list(client_ids), starts_at__lte=now
        )
        found: dict[UUID, list[Member]] = {}
        on = local_day(now)
        away = workers_kept_away(client_ids, on)
        leaders: dict[UUID, UUID] = {}
        for row in rows.order_by("-is_primary", "starts_at", "pk"):
            leaders.setdefault(row.client_id, row.worker_id)
            if row.worker_id in away.get(row.client_id, ()):
                continue
            member = Member(row.worker_id, row.role, row.is_primary)
            found.setdefault(row.client_id, []).append(member)
        above = Supervision.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=on),
            supervisee__in=set(leaders.values()),
            starts_on__lte=on,
        ).order_by("starts_on", "pk")
        over = {row.supervisee_id: row.supervisor_id for row in above}
        shifts = DutyShift.objects.filter(starts_at__lte=now, ends_at__gt=now, removed_at=None)
        return cls(
            {client: tuple(team) for client, team in found.items()},
            {client: over[leader] for client, leader in leaders.items() if leader in over},
            frozenset(shifts.values_list("worker_id", flat=True)),
            away,
        )

    def primary(self, client_id: UUID) -> UUID | None:
        """The primary counselor, else whoever is on the team; None where nobody is."""
        team = self.members.get(client_id, ())
        return team[0].worker_id if team else None

    def owner(self, step: str, client_id: UUID) -> UUID | None:
        """Whose a rung of outreach is."""
        team = self.members.get(client_id, ())
        supervisor = self.supervisors.get(client_id)
        if supervisor in self.kept_away.get(client_id, ()):
            supervisor = None
        return owner_of(step, team, supervisor, self.at_work)

    def has_peer(self, client_id: UUID) -> bool:
        """Whether a peer is on the team."""
        return any(member.role == "peer" for member in self.members.get(client_id, ()))
