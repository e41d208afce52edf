"""Who may stand beside somebody at the door, and what follows when they say they did not.

The second person at a search, or before whom a found thing ends, holds one of the roles that stand
at the door, belongs to this site, and is on duty at this hour: on the roster, leading a session, or
within working hours. Where the roster names nobody else for the hour, the roles of the site are all
that is known.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward.conduct.models import Witness
from homeward.conduct.reaching import AT_THE_DOOR, SERVICE, workers_here
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.people.queries import team_of
from homeward.program.models import Site
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on, on_duty, supervisors_of, workers_with_role
from homeward.tasks import kinds
from homeward.tasks.opening import open_duty
from homeward.timetable.models import SessionLeader
from homeward.timetable.roster import DutyShift

DISPUTED = "search_disputed"
ANSWER_WITHIN = timedelta(hours=24)
KIND = kinds.DutyKind(
    DISPUTED,
    _("Somebody says they were not at a search they were named for"),
    (
        kinds.Disposition("other_second", _("Somebody else was there"), needs_note=True),
        kinds.Disposition("was_there", _("They were there after all"), needs_note=True),
        kinds.Disposition("alone", _("Nobody else was there; what follows"), needs_note=True),
    ),
    _("Ask both of them, apart and today. The search stays marked as disputed on the client’s "
      "page. A search by one person alone is an incident: write it down as one."),
)  # fmt: skip


class SecondUnfit(Refusal):
    """The second person has no place at the door, belongs to another site, or is not on duty."""


def seconds_at_door(actor: Actor, site_id: UUID, now: datetime) -> list[Worker]:
    """Who may be the second person beside this one here and now, by name."""
    zone = Site.objects.values_list("time_zone", flat=True).get(pk=site_id)
    on = local_day(now, zone)
    here = [each for each in workers_here(site_id, on) if each.pk != actor.worker_id]
    grants = RoleGrant.objects.filter(
        held_on(on), Q(site=None) | Q(site_id=site_id), worker__in=here,
        role__in=[role.value for role in AT_THE_DOOR],
    )  # fmt: skip
    fit = set(grants.values_list("worker_id", flat=True))
    at_work = _on_duty(site_id, zone, now) & fit
    return [each for each in here if each.pk in (at_work or fit)]


def second_at_door(
    actor: Actor, second_id: UUID | None, site_id: UUID, now: datetime
) -> Worker | None:
    """The second person by id; None for nobody or oneself. Raises SecondUnfit."""
    if second_id is None or second_id == actor.worker_id:
        return None
    rows = seconds_at_door(actor, site_id, now)
    found = next((each for each in rows if each.pk == second_id), None)
    if found is None:
        raise SecondUnfit("second_not_at_the_door")
    return found


def dispute(actor: Actor, witness: Witness, now: datetime) -> None:
    """The named person was not there: whoever supervises the one who named them finds out."""
    client: Client = witness.client
    search, item = witness.search, witness.item
    named_by: Any = search.by if search else item.ended_by if item else None
    owner_id = _owner(client, named_by, {named_by.pk, witness.worker_id}, now)
    if owner_id is not None:
        open_duty(
            actor=actor, client=client, kind=DISPUTED, urgency="same_day", owner_id=owner_id,
            due_at=now + ANSWER_WITHIN, origin=f"{DISPUTED}:{witness.pk}",
            detail={"witness": str(witness.pk)}, now=now,
        )  # fmt: skip


def _owner(client: Client, named_by: Worker, part: set[UUID], now: datetime) -> UUID | None:
    """Their supervisor, one of the site or of another, else the client's team, else a director."""
    on = local_day(now, client.site.time_zone)
    order = [
        *(each.pk for each in supervisors_of(named_by, on)),
        *workers_with_role(Role.SUPERVISOR, on, site_id=client.site_id).values_list(
            "pk", flat=True
        ),
        *workers_with_role(Role.SUPERVISOR, on).values_list("pk", flat=True),
        *(member.worker_id for member in team_of(SERVICE, client, now)),
        *workers_with_role(Role.DIRECTOR, on, site_id=client.site_id).values_list("pk", flat=True),
        *workers_with_role(Role.DIRECTOR, on).values_list("pk", flat=True),
    ]
    return next((each for each in order if each not in part), None)


def _on_duty(site_id: UUID, zone: str, now: datetime) -> set[UUID]:
    at_once = {"starts_at__lte": now, "ends_at__gt": now}
    shifts = DutyShift.objects.filter(**at_once, site_id=site_id, removed_at=None)
    leading = SessionLeader.objects.filter(
        **at_once, session__site_id=site_id, session__cancelled_at=None, is_released=False
    )
    return {
        *shifts.values_list("worker_id", flat=True),
        *leading.values_list("worker_id", flat=True),
        *on_duty(now, zone, site_id=site_id).values_list("pk", flat=True),
    }
