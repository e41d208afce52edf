"""Beginning the interview."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.assessments.facts import AssessmentStarted
from homeward.assessments.library import CURRENT
from homeward.assessments.models import Assessment
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@action
def start_assessment(*, actor: Actor, client_id: UUID, now: datetime) -> Assessment:
    """Begin an assessment by the current edition, or go on with the one that is open."""
    if actor.worker_id is None:
        raise NotAllowed
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    begun: Assessment | None = rows.filter(client=client, signed_at=None).first()
    if begun is not None:
        return begun
    made = Assessment.objects.create(
        client=client,
        site_id=client.site_id,
        edition=CURRENT,
        started_at=now,
        started_by_id=actor.worker_id,
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    started: Assessment = rows.get(pk=made.pk)
    audit.record("assessments.assessment.started", actor=actor, subject=started, at=now)
    announce(AssessmentStarted(started.pk, client.pk, actor, now))
    return started
