"""Signing the assessment: from then on it is what it is."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.assessments.actions.keep_page import open_assessment, record_answers
from homeward.assessments.facts import AssessmentSigned
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment
from homeward.assessments.rules.completeness import NOT_READY
from homeward.assessments.signing import (
    content_to_sign,
    held_on,
    pages_of,
    readiness_to_sign,
)
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.reasons import Decision, State


class AssessmentIncomplete(Refusal):
    """Something is missing; the arguments are the codes, `decision` carries every line."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*dict.fromkeys(line.code for line in decision.lines(State.NOT_MET)))


@action
def sign_assessment(
    *,
    actor: Actor,
    assessment_id: UUID,
    authenticated_at: datetime | None,
    now: datetime,
    expected_version: int | None = None,
) -> Assessment:
    """Freeze the assessment under the signer's credential as of now, and announce it.

    Somebody who does not sign alone leaves it waiting for a supervisor's signature. Raises
    AssessmentIncomplete, NotFresh, AssessmentAlreadySigned; DoesNotExist out of reach.
    """
    assessment = open_assessment(actor, assessment_id, Access.SIGN)
    expect_version(assessment, expected_version)
    expect_fresh(authenticated_at, now)
    asked = edition(assessment.edition)
    pages = pages_of(actor, assessment)
    held = held_on(actor.worker_id, local_day(now))
    decision = readiness_to_sign(asked, pages, set(), held)
    if decision.outcome == NOT_READY or held is None:
        raise AssessmentIncomplete(decision)
    record_answers(actor, assessment, pages, now=now)
    content, digest, main = content_to_sign(asked, pages)
    assessment.change(
        content=content,
        content_hash=digest,
        diagnosis=main.code if main else "",
        criteria_met=main.count if main else None,
        signed_at=now,
        signed_by_id=actor.worker_id,
        credential=held.titles,
        needs_cosignature=not held.signs_alone,
    )
    audit.record("assessments.assessment.signed", actor=actor, subject=assessment, at=now)
    announce(
        AssessmentSigned(
            assessment_id=assessment.pk,
            client_id=assessment.client_id,
            site_id=assessment.site_id,
            started_at=assessment.started_at,
            diagnosis=assessment.diagnosis,
            criteria_met=assessment.criteria_met,
            summary=str(pages.get("summary", {}).get("summary.words", "")),
            needs_cosignature=assessment.needs_cosignature,
            actor=actor,
            at=now,
        )
    )
    return assessment
