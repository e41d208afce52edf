"""What holds from the day of admission until the full plan."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.models import Inquiry, InterimPlan
from homeward.admissions.rules.pipeline import is_ended
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose

SHORTEST = 10


class InterimPlanIncomplete(Refusal):
    """An interim plan says what services begin, and its next contact lies ahead."""


@action
def write_interim_plan(
    *,
    actor: Actor,
    inquiry_id: UUID,
    first_services: str,
    now: datetime,
    safety_steps: str = "",
    next_contact_at: datetime | None = None,
) -> InterimPlan:
    """Keep the interim plan; a later one takes its place, the former stays on record."""
    inquiry: Inquiry = inquiry_to_write(actor, inquiry_id)
    if actor.worker_id is None or inquiry.client_id is None or is_ended(inquiry.state):
        raise NotAllowed
    problems = [] if len(first_services.strip()) >= SHORTEST else ["first_services_missing"]
    if next_contact_at is not None and next_contact_at <= now:
        problems.append("next_contact_in_past")
    if problems:
        raise InterimPlanIncomplete(*problems)
    row = InterimPlan.objects.create(
        client_id=inquiry.client_id,
        site_id=inquiry.site_id,
        inquiry=inquiry,
        at=now,
        by_id=actor.worker_id,
        first_services=first_services.strip()[:2000],
        safety_steps=safety_steps.strip()[:2000],
        next_contact_at=next_contact_at,
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    InterimPlan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=row.pk)
    audit.record("admissions.interim_plan.written", actor=actor, subject=row, at=now)
    return row
