"""Who is on duty at a site now, the nearest to help first; and who of them follows a client up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.program.models import Site
from homeward.safety.reaching import SERVICE, day_at
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on, on_duty
from homeward.timetable.roster import DutyShift

NEAREST = (
    Role.NURSE, Role.PHYSICIAN, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.COUNSELOR,
    Role.TECHNICIAN, Role.FAMILY_COUNSELOR, Role.CASE_MANAGER, Role.PEER, Role.DIRECTOR,
)  # fmt: skip
CLINICIANS = (
    Role.COUNSELOR, Role.PSYCHOLOGIST, Role.PHYSICIAN, Role.NURSE, Role.SUPERVISOR,
    Role.FAMILY_COUNSELOR,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can come: who, in which role, and whether trained with naloxone."""

    worker_id: UUID
    name: str
    role: Role
    gives_naloxone: bool


def colleagues_on_duty(site: Site, now: datetime) -> tuple[Colleague, ...]:
    """By the roster of this hour, or by working hours where there is none; nearest help first."""
    shifts = DutyShift.objects.filter(
        site=site, removed_at=None, starts_at__lte=now, ends_at__gt=now
    )
    ids = set(shifts.values_list("worker_id", flat=True))
    if not ids:
        here = on_duty(now, site.time_zone, site_id=site.pk)
        ids = set(here.values_list("pk", flat=True))
    grants = RoleGrant.objects.filter(held_on(day_at(now, site)), worker__in=ids).filter(
        Q(site=None) | Q(site=site)
    )
    best: dict[UUID, Role] = {}
    for worker_id, code in grants.values_list("worker_id", "role"):
        role = Role(code)
        if role in NEAREST and (
            worker_id not in best or NEAREST.index(role) < NEAREST.index(best[worker_id])
        ):
            best[worker_id] = role
    rows = Worker.objects.filter(pk__in=best)
    found = [Colleague(row.pk, row.name, best[row.pk], row.is_naloxone_trained) for row in rows]
    return tuple(sorted(found, key=lambda each: (NEAREST.index(each.role), each.name)))


def follows_up(client: Client, led_by: UUID | None, now: datetime) -> UUID | None:
    """Who owns what follows: a clinician of the team who is on duty, who led it, the primary."""
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    members = list(
        rows.filter(Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk).order_by(
            "-is_primary", "starts_at"
        )
    )
    clinical = [each for each in members if each.role in {str(role) for role in CLINICIANS}]
    ids = [each.worker_id for each in clinical] or [each.worker_id for each in members]
    if led_by in ids:
        return led_by
    here = {each.worker_id for each in colleagues_on_duty(client.site, now)}
    return next((each for each in ids if each in here), ids[0] if ids else led_by)
