"""Something said after the summary was signed: visible beside it, never in its place."""

import uuid
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.progress.actions.discharge_client import document_of
from homeward.progress.closing import digest_of
from homeward.progress.models import Discharge, DischargeAmendment
from homeward.progress.reaching import local_day
from homeward.progress.rights import may_discharge
from homeward.staff.models import Worker
from homeward.staff.queries import credential_of

PARTS = (
    "dates", "reason", "course", "services", "objectives", "medications", "diagnoses", "ratings",
    "recommendations", "appointments", "naloxone", "contact", "other",
)  # fmt: skip
SHORTEST = 10


class AmendmentIncomplete(Refusal):
    """Which part, what is said now, and why it was not said then."""


@action
def amend_discharge(
    *,
    actor: Actor,
    discharge_id: UUID,
    part: str,
    words: str,
    reason: str,
    authenticated_at: datetime | None,
    now: datetime,
    with_document: bool = True,
) -> DischargeAmendment:
    """Add to a signed summary; the document is made anew with everything added so far.

    Raises NotFresh, AmendmentIncomplete, NotAllowed; Discharge.DoesNotExist out of scope.
    """
    if not may_discharge(actor):
        raise NotAllowed("not_for_this_role")
    discharge: Discharge = (
        Discharge.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
        .select_for_update(of=("self",))
        .select_related("client__site", "site", "episode__program", "author")
        .get(pk=discharge_id)
    )
    expect_fresh(authenticated_at, now)
    wrong = {
        "part": part not in PARTS,
        "words": len(words.strip()) < SHORTEST,
        "why": len(reason.strip()) < SHORTEST,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise AmendmentIncomplete(*codes)
    before = amendments_of(actor, discharge)
    author = Worker.objects.filter(pk=actor.worker_id).first() if actor.worker_id else None
    day = local_day(now, discharge.site.time_zone)
    credential = credential_of(author, day) if author else None
    said = {"part": part, "words": words.strip(), "reason": reason.strip()[:200]}
    made = DischargeAmendment(
        id=uuid.uuid4(),
        client_id=discharge.client_id,
        site_id=discharge.site_id,
        discharge=discharge,
        number=len(before) + 1,
        at=now,
        author=author,
        credential=credential.title if credential else "",
        content_hash=digest_of(discharge.content_hash, len(before) + 1, said),
        **said,
    )
    if with_document:
        made.document = document_of(
            actor, discharge.episode, discharge, now, amendments=(*before, made)
        )
    made.save(force_insert=True)
    audit.record(
        "progress.discharge.amended", actor=actor, subject=made, at=now, reason=made.content_hash
    )
    return made


def amendments_of(actor: Actor, discharge: Discharge) -> list[DischargeAmendment]:
    """What was added to a summary, in order, as far as the actor may read it."""
    rows = DischargeAmendment.objects.for_actor(actor, Purpose.TREATMENT)
    return list(rows.filter(discharge=discharge).select_related("author").order_by("number"))
