"""Recording what somebody saw of a person's capacity to decide and sign."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.admissions.models import CapacityToSign
from homeward.admissions.queries import open_inquiry_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Program
from homeward.program.queries import numbers_for

SHORTEST = 10


class ObservationMissing(Refusal):
    """Capacity is recorded with what was seen, in a sentence."""


@action
def record_capacity(
    *,
    actor: Actor,
    client_id: UUID,
    has_capacity: bool,
    seen: str,
    now: datetime,
) -> CapacityToSign:
    """Keep who looked, when, and what they saw; without capacity it says when to look again."""
    if actor.worker_id is None:
        raise NotAllowed
    client = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).get(pk=client_id)
    if len(seen.strip()) < SHORTEST:
        raise ObservationMissing("observation_missing")
    inquiry = open_inquiry_of(client.pk)
    program = inquiry.program_id if inquiry else Program.objects.order_by("code")[0].pk
    again = int(numbers_for(program, local_day(now))["capacity_look_again_hours"])
    row = CapacityToSign.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        by_id=actor.worker_id,
        has_capacity=has_capacity,
        seen=seen.strip()[:1000],
        look_again_at=None if has_capacity else now + timedelta(hours=again),
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    CapacityToSign.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=row.pk)
    code = "admissions.capacity.present" if has_capacity else "admissions.capacity.missing"
    audit.record(code, actor=actor, subject=row, at=now)
    return row
