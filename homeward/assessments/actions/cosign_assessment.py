"""A supervisor's second signature."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.assessments.models import Assessment, CoSignature
from homeward.assessments.signing import held_on
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose


class OwnAssessment(Refusal):
    """Nobody co-signs their own work."""


class NotSignedYet(Refusal):
    """The clinician signs first."""


class AlreadyCosigned(Refusal):
    """There is a second signature already."""


@action
def cosign_assessment(
    *, actor: Actor, assessment_id: UUID, authenticated_at: datetime | None, now: datetime
) -> CoSignature:
    """Put a second signature under the assessment of somebody this worker supervises.

    Raises OwnAssessment, NotSignedYet, AlreadyCosigned, NotFresh; DoesNotExist out of reach.
    """
    assessment = (
        Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
        .select_for_update(of=("self",))
        .get(pk=assessment_id)
    )
    if assessment.signed_at is None:
        raise NotSignedYet
    if actor.worker_id == assessment.signed_by_id:
        raise OwnAssessment
    rows = CoSignature.objects.for_actor(Actor.of_service("assessments"), Purpose.TREATMENT)
    if rows.filter(assessment=assessment).exists():
        raise AlreadyCosigned
    expect_fresh(authenticated_at, now)
    held = held_on(actor.worker_id, local_day(now))
    signature = CoSignature.objects.create(
        client_id=assessment.client_id,
        site_id=assessment.site_id,
        assessment=assessment,
        author_id=assessment.signed_by_id,
        worker_id=actor.worker_id,
        credential=held.titles if held else "",
        at=now,
        content_hash=assessment.content_hash,
    )
    audit.record("assessments.assessment.cosigned", actor=actor, subject=signature, at=now)
    return signature
