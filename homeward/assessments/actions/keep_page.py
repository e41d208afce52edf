"""Keeping one page of the interview: word by word while it is typed, and whole when it is sent."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.assessments.library import edition
from homeward.assessments.models import Answer, Assessment, Draft
from homeward.assessments.rules.answering import answer_of
from homeward.assessments.rules.filling import Filling, filling_of
from homeward.assessments.rules.questions import Domain, Question
from homeward.assessments.told import Origin, opened, sealed, told_before
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.bad_input import BadInput
from homeward.kernel.purposes import Purpose

# Autosave writes every few seconds; the audit keeps one row for each sitting of writing.
SITTING = timedelta(minutes=30)


class AssessmentAlreadySigned(Refusal):
    """A signed assessment is not changed; add beneath it, or begin a new one."""


class PageUnknown(Refusal):
    """The edition has no such page."""


class AnswerUnreadable(Refusal):
    """An answer is not one its question knows; the arguments name the questions."""


@action
def keep_page(
    *,
    actor: Actor,
    assessment_id: UUID,
    domain: str,
    answers: Mapping[str, Any],
    now: datetime,
    expected_version: int | None = None,
    is_whole: bool = False,
) -> Draft:
    """Keep a page as it stands; sent whole, its answers join the record with their origins.

    `expected_version` is the version of the page's draft. Raises the refusals of this file and
    StaleVersion; Assessment.DoesNotExist out of reach.
    """
    if actor.worker_id is None:
        raise NotAllowed
    assessment = open_assessment(actor, assessment_id)
    try:
        page = edition(assessment.edition).domain(domain)
    except KeyError as fault:
        raise PageUnknown from fault
    given = _readable(page, answers)
    body = json.dumps(given, ensure_ascii=False, sort_keys=True)
    rows = Draft.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    draft: Draft | None = rows.filter(assessment=assessment, domain=domain).first()
    if draft is None:
        draft = Draft.objects.create(
            client_id=assessment.client_id,
            site_id=assessment.site_id,
            assessment=assessment,
            domain=domain,
            body=body,
            saved_at=now,
            saved_by_id=actor.worker_id,
            kept_at=now if is_whole else None,
        )
        audit.record("assessments.page.begun", actor=actor, subject=draft, at=now, reason=domain)
        assessment.change()
    elif draft.body != body or is_whole:
        expect_version(draft, expected_version)
        if draft.body != body:
            # Who signs has read all of it: what was read before this word is not signed.
            assessment.change()
        if now - draft.saved_at > SITTING or draft.saved_by_id != actor.worker_id:
            audit.record(
                "assessments.page.written", actor=actor, subject=draft, at=now, reason=domain
            )
        draft.change(
            body=body,
            saved_at=now,
            saved_by_id=actor.worker_id,
            kept_at=now if is_whole else draft.kept_at,
        )
    if is_whole:
        record_answers(actor, assessment, {domain: given}, now=now)
    return draft


def open_assessment(actor: Actor, assessment_id: UUID, to: Access = Access.WRITE) -> Assessment:
    """The assessment, locked; refuses a signed one."""
    assessment: Assessment = (
        Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=to)
        .select_for_update(of=("self",))
        .select_related("client")
        .get(pk=assessment_id)
    )
    if assessment.signed_at is not None:
        raise AssessmentAlreadySigned
    return assessment


def record_answers(
    actor: Actor,
    assessment: Assessment,
    pages: Mapping[str, Mapping[str, Any]],
    *,
    now: datetime,
) -> int:
    """Add what these pages answer to the record; the number of answers that are new."""
    asked = edition(assessment.edition).questions
    given = {
        code: value for page in pages.values() for code, value in page.items() if value is not None
    }
    earlier = told_before(actor, assessment.client, besides=assessment.pk)
    service = Actor.of_service("assessments")
    before = Answer.objects.for_actor(service, Purpose.TREATMENT).filter(
        client_id=assessment.client_id, question__in=list(given)
    )
    current = {row.question: row for row in before.filter(superseded_by=None)}
    added = []
    for code, value in given.items():
        last = current.get(code)
        mine = last if last is not None and last.assessment_id == assessment.pk else None
        if mine is not None and opened(mine.value)[0] == value:
            continue
        Answer.objects.create(
            client_id=assessment.client_id,
            site_id=assessment.site_id,
            assessment=assessment,
            question=code,
            value=sealed(value),
            kept_at=now,
            by_id=actor.worker_id,
            supersedes=last,
            **_origin_of(asked[code], value, filling_of(asked[code], earlier), now),
        )
        added.append(code)
    if added:
        audit.record(
            "assessments.answers.kept", actor=actor, subject=assessment, at=now, fields=added
        )
    return len(added)


def _origin_of(question: Question, value: Any, filling: Filling, now: datetime) -> dict[str, Any]:
    """What arrived filled in and was left as it was keeps where and when it was told."""
    if filling.origin is not None and filling.value == value:
        return {
            "origin": filling.origin.origin,
            "origin_ref": filling.origin.ref[:60],
            "answered_at": filling.origin.at,
        }
    return {"origin": Origin.ASSESSMENT, "answered_at": now}


def _readable(page: Domain, answers: Mapping[str, Any]) -> dict[str, Any]:
    asked = {question.code: question for question in page.questions}
    unknown = [code for code in answers if code not in asked]
    given: dict[str, Any] = {}
    for code, value in answers.items():
        if code in asked:
            try:
                given[code] = answer_of(asked[code], value)
            except BadInput:
                unknown.append(code)
    if unknown:
        raise AnswerUnreadable(*unknown)
    return {code: value for code, value in given.items() if value is not None}
