"""Staff moderate: word, answer, publish, refuse, withdraw. Nothing identifying gets out."""

import hashlib
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.publishing.models import Question, QuestionStep
from homeward.publishing.queries import own_names
from homeward.publishing.rights import permit
from homeward.publishing.rules.identifying import marks_in

State = Question.State


class QuestionClosed(Refusal):
    """It was published, refused or withdrawn meanwhile."""


class AnswerMissing(Refusal):
    """A question is published with its answer or not at all."""


class IdentifyingMarks(Refusal):
    """Something in the words may tell who somebody is."""


class SecondLookNeeded(Refusal):
    """Whoever vouched for marked words does not publish them too."""


class ReasonMissing(Refusal):
    """This needs a sentence that says why."""


@action
def word_question(
    *,
    actor: Actor,
    question_id: UUID,
    wording: str,
    answer: str,
    now: datetime,
    expected_version: int | None = None,
) -> Question:
    """Keep the wording and the answer as they would be published."""
    question = _waiting(actor, Access.WRITE, question_id, expected_version)
    wording, answer = wording.strip(), answer.strip()
    if (wording, answer) != (question.wording, question.answer):
        question.change(wording=wording, answer=answer)
        _note(question, "worded", actor, now)
    return question


@action
def vouch_for_question(
    *,
    actor: Actor,
    question_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Question:
    """Say that the marked words identify nobody; another person then may publish just these."""
    question = _waiting(actor, Access.WRITE, question_id, expected_version)
    if not reason.strip():
        raise ReasonMissing
    question.change(vouched_for=digest_of_wording(question), vouched_by_id=actor.worker_id)
    _note(question, "vouched", actor, now, reason)
    return question


@action
def publish_question(
    *, actor: Actor, question_id: UUID, now: datetime, expected_version: int | None = None
) -> Question:
    """Publish the reviewed wording with its answer; the visitor's own words are erased.

    Raises IdentifyingMarks while marks stand, unless somebody else vouched for exactly this
    wording (then SecondLookNeeded for the one who vouched).
    """
    question = _waiting(actor, Access.APPROVE, question_id, expected_version)
    if not question.wording or not question.answer:
        raise AnswerMissing
    if marks_in(f"{question.wording}\n{question.answer}", own_names()):
        if question.vouched_for != digest_of_wording(question):
            raise IdentifyingMarks
        if question.vouched_by_id == actor.worker_id:
            raise SecondLookNeeded
    question.change(state=State.PUBLISHED, published_on=local_day(now), words="")
    _note(question, "published", actor, now)
    return question


@action
def refuse_question(
    *,
    actor: Actor,
    question_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Question:
    """Do not publish it; all its words are erased, the reason and the day stay."""
    question = _waiting(actor, Access.WRITE, question_id, expected_version)
    if not reason.strip():
        raise ReasonMissing
    question.change(state=State.REFUSED, words="", wording="", answer="")
    _note(question, "refused", actor, now, reason)
    return question


@action
def withdraw_question(
    *,
    actor: Actor,
    question_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Question:
    """Take a published question off the public page."""
    permit(actor, Access.APPROVE)
    if actor.worker_id is None:
        raise NotAllowed
    question = Question.objects.select_for_update().get(pk=question_id)
    expect_version(question, expected_version)
    if question.state != State.PUBLISHED:
        raise QuestionClosed
    if not reason.strip():
        raise ReasonMissing
    question.change(state=State.WITHDRAWN)
    _note(question, "withdrawn", actor, now, reason)
    return question


def digest_of_wording(question: Question) -> str:
    """The digest of what would be published; a later change of a word makes another."""
    return hashlib.sha256(f"{question.wording}\0{question.answer}".encode()).hexdigest()


def _waiting(
    actor: Actor, access: Access, question_id: UUID, expected_version: int | None
) -> Question:
    permit(actor, access)
    if actor.worker_id is None:
        raise NotAllowed
    question = Question.objects.select_for_update().get(pk=question_id)
    expect_version(question, expected_version)
    if question.state != State.WAITING:
        raise QuestionClosed
    return question


def _note(question: Question, what: str, actor: Actor, now: datetime, reason: str = "") -> None:
    assert actor.worker_id is not None  # `_waiting` and `withdraw_question` refuse others
    QuestionStep.objects.create(
        question=question, what=what, at=now, by_id=actor.worker_id, reason=reason.strip()[:200]
    )
    audit.record(f"publishing.question.{what}", actor=actor, subject=question, at=now)
