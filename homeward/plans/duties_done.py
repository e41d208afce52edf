"""What ends a duty about a plan: the signature, the answer, the review itself."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.facts import announce, listens_to
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.plans.duty_kinds import (
    COMMENT,
    LATE,
    PHYSICIAN,
    REVIEW,
    STAY,
    UNANSWERED,
    UNSIGNED,
)
from homeward.plans.facts import PlanCommented, PlanReviewed, PlanSigned
from homeward.plans.models import Plan, PlanComment
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.rules.due import due_at

SERVICE = Actor.of_service("plans.duties")
ANSWERS = ("client", "client_refused", "guardian")
ASKED_OF_PLANS = (UNSIGNED, UNANSWERED, REVIEW, STAY, PHYSICIAN, COMMENT, LATE)


@listens_to(PlanSigned)
def after_signature(fact: PlanSigned) -> None:
    """Each signature ends the duty that asked for it."""
    if fact.meaning == "author":
        _end(fact.actor, fact.at, "signed", kind=UNSIGNED, detail__episode=str(fact.episode_id))
    elif fact.meaning in ANSWERS and _is_answered(fact):
        _end(fact.actor, fact.at, "answered", kind=UNANSWERED, detail__plan=str(fact.plan_id))
    elif fact.meaning == "physician":
        _end(fact.actor, fact.at, "signed", kind=PHYSICIAN, detail__plan=str(fact.plan_id))


def _is_answered(fact: PlanSigned) -> bool:
    """Whether the client's side is through: a minor's parent may still be missing."""
    rows = Plan.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(pk=fact.plan_id)
    return not rows.filter(state=Plan.State.SIGNED).exists()


@listens_to(PlanReviewed)
def after_review(fact: PlanReviewed) -> None:
    """A review ends the duties about the days that it set anew."""
    plan = Plan.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(pk=fact.plan_id)
    actor = fact.actor or SERVICE
    for kind, day, ending in (
        (REVIEW, plan.review_due_on, "reviewed"),
        (STAY, plan.stay_due_on, "justified"),
    ):
        keeps = f"{kind}:{plan.pk}:{day}"
        _end(actor, fact.at, ending, but=keeps, kind=kind, detail__plan=str(plan.pk))


@listens_to(PlanCommented)
def after_comment(fact: PlanCommented) -> None:
    """The client's words ask the author for an answer; the answer ends it."""
    rows = PlanComment.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    comment = rows.select_related("plan").get(pk=fact.comment_id)
    if comment.kind == PlanComment.Kind.ANSWER:
        asked = str(comment.answers_id)
        _end(fact.actor, fact.at, "answered", kind=COMMENT, detail__comment=asked)
    elif comment.kind != PlanComment.Kind.FITS:
        clients = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).select_related("site")
        client = clients.get(pk=fact.client_id)
        open_duty(
            actor=SERVICE,
            client=client,
            kind=COMMENT,
            urgency=CareTask.Urgency.NEXT_CONTACT,
            owner_id=comment.plan.author_id,
            due_at=due_at("next contact", fact.at, client.site.time_zone),
            origin=f"{COMMENT}:{comment.pk}",
            detail={"plan": str(comment.plan_id), "comment": str(comment.pk)},
            now=fact.at,
        )


@listens_to(DutyClosed)
def with_its_cause(fact: DutyClosed) -> None:
    """A supervisor's duty about a late one ends with it, whoever did it."""
    if fact.kind == LATE:
        return
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    origin = f"{LATE}:{fact.task_id}"
    done = rows.get(pk=fact.task_id)
    for task in rows.select_for_update(of=("self",)).filter(origin=origin, closed_at=None):
        _close(task, "not_needed", done.closed_by_id, SERVICE, fact.at)


def end_all_of(episode: Episode, actor: Actor, now: datetime) -> None:
    """Nothing about plans is asked of anybody once the episode has ended."""
    _end(actor, now, "not_needed", kind__in=ASKED_OF_PLANS, client_id=episode.client_id)


def _end(actor: Actor, at: datetime, ending: str, *, but: str = "", **which: Any) -> None:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    for task in rows.select_for_update(of=("self",)).filter(closed_at=None, **which):
        if task.origin != but:
            _close(task, ending, actor.worker_id or task.owner_id, actor, at)


def _close(task: CareTask, ending: str, by: UUID | None, actor: Actor, at: datetime) -> None:
    task.change(closed_at=at, closed_by_id=by or task.owner_id, disposition=ending)
    audit.record("tasks.duty.closed", actor=actor, subject=task, at=at, reason=ending)
    announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, ending, at))
