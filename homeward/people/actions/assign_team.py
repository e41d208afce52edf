"""Who is on a client's treatment team, from when until when."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty, Role
from homeward.people.models import Client, TeamMembership
from homeward.staff.models import Worker

TEAMS = Actor.of_service("teams")


class NotYours(Refusal):
    """Only a supervisor, a director or the primary counselor changes a team."""


@action
def assign_team_member(
    *,
    actor: Actor,
    client_id: UUID,
    worker_id: UUID,
    role: str,
    is_primary: bool,
    reason: str,
    now: datetime,
) -> TeamMembership:
    """Put a worker on the team; a new primary counselor ends the former one's membership."""
    if not actor.has_role(Role.SUPERVISOR, Role.DIRECTOR, Role.COUNSELOR, Role.ADMISSIONS):
        raise NotYours
    leads = actor.has_role(Role.SUPERVISOR, Role.DIRECTOR)
    client = (
        Client.objects.for_actor(
            actor, Purpose.OPERATIONS, to=Access.MINIMAL if leads else Access.WRITE
        )
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    worker = Worker.objects.get(pk=worker_id)
    teams = TeamMembership.objects.for_actor(TEAMS, Purpose.OPERATIONS).filter(
        client=client, ends_at=None
    )
    primary = teams.filter(is_primary=True).first()
    if not leads and primary is not None and primary.worker_id != actor.worker_id:
        # Being on a team, or leading its group for a day, is no right to place others on it.
        raise NotYours
    if is_primary:
        for former in teams.filter(is_primary=True).exclude(worker=worker):
            former.change(ends_at=now)
            audit.record("people.team.ended", actor=actor, subject=former, at=now)
    member = teams.filter(worker=worker, role=role, is_primary=is_primary).first()
    if member is None:
        member = TeamMembership.objects.create(
            client=client,
            site_id=client.site_id,
            worker=worker,
            role=role,
            is_primary=is_primary,
            starts_at=now,
            reason=reason,
        )
        audit.record("people.team.assigned", actor=actor, subject=member, at=now)
    return member


@action
def end_team_membership(
    *, actor: Actor, membership_id: UUID, reason: str, now: datetime
) -> TeamMembership:
    """Take a worker off a team; the chart closes to them at once."""
    if not (actor.has_role(Role.SUPERVISOR, Role.DIRECTOR) or Duty.PRIVACY_OFFICER in actor.duties):
        raise NotYours
    # In reach of the actor first; then changed by the house, since nobody edits relations by hand.
    TeamMembership.objects.for_actor(actor, Purpose.OPERATIONS).get(pk=membership_id, ends_at=None)
    member: TeamMembership = (
        TeamMembership.objects.for_actor(TEAMS, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .get(pk=membership_id, ends_at=None)
    )
    member.change(ends_at=now, reason=reason[:120])
    audit.record("people.team.ended", actor=actor, subject=member, at=now, reason=reason)
    return member
