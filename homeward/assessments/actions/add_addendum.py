"""Words added beneath a signed assessment."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.assessments.actions.cosign_assessment import NotSignedYet
from homeward.assessments.models import Addendum, Assessment
from homeward.assessments.signing import held_on
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose


class AddendumIsEmpty(Refusal):
    """Nothing was written."""


@action
def add_addendum(*, actor: Actor, assessment_id: UUID, body: str, now: datetime) -> Addendum:
    """Write beneath a signed assessment, with its own author, credential and time.

    Raises NotSignedYet, AddendumIsEmpty; Assessment.DoesNotExist out of reach.
    """
    if actor.worker_id is None:
        raise NotAllowed
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    assessment = rows.get(pk=assessment_id)
    if assessment.signed_at is None:
        raise NotSignedYet
    if not body.strip():
        raise AddendumIsEmpty
    held = held_on(actor.worker_id, local_day(now))
    added = Addendum.objects.create(
        client_id=assessment.client_id,
        site_id=assessment.site_id,
        assessment=assessment,
        author_id=actor.worker_id,
        credential=held.titles if held else "",
        body=body.strip()[:6000],
        at=now,
    )
    audit.record("assessments.addendum.written", actor=actor, subject=added, at=now)
    return added
