"""The client and the plan: giving them the draft to read, what they say, what staff answer."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.actions.start_plan import PlanIsSigned
from homeward.plans.facts import PlanCommented
from homeward.plans.models import Objective, Plan, PlanComment
from homeward.plans.rules.content import content_hash
from homeward.plans.tree_rows import tree_of

Kind = PlanComment.Kind
MOST_WORDS = 1000


class PlanNotOpenToClient(Refusal):
    """Nobody has given this version to the client to read, or it is not in force any more."""


class CommentEmpty(Refusal):
    """A comment has words."""


class CommentAnswered(Refusal):
    """Somebody answered this before."""


@action
def share_plan(
    *, actor: Actor, plan_id: UUID, now: datetime, expected_version: int | None = None
) -> Plan:
    """Give the draft to the client to read on their phone; they may say what fits and what not."""
    plan: Plan = (
        Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=plan_id)
    )
    if plan.state != Plan.State.DRAFT:
        raise PlanIsSigned
    expect_version(plan, expected_version)
    plan.change(shared_at=now)
    audit.record("plans.plan.shared", actor=actor, subject=plan, at=now)
    return plan


@action
def comment_on_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    kind: str,
    now: datetime,
    text: str = "",
    objective_id: UUID | None = None,
) -> PlanComment:
    """Keep the client's own words about a version, or that it fits as it stands."""
    if actor.kind != CLIENT or kind not in (Kind.FITS, Kind.COMMENT, Kind.CHANGE):
        raise NotAllowed
    rows = Plan.objects.for_actor(actor, Purpose.CLIENT_REQUEST, to=Access.WRITE)
    plan: Plan = rows.select_for_update(of=("self",)).get(pk=plan_id)
    is_open = plan.state in (Plan.State.SIGNED, Plan.State.ACTIVE)
    if not is_open and not (plan.state == Plan.State.DRAFT and plan.shared_at):
        raise PlanNotOpenToClient
    if kind != Kind.FITS and not text.strip():
        raise CommentEmpty
    if objective_id is not None:
        own = Objective.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
        own.get(pk=objective_id, goal__problem__plan_id=plan.pk)
    comment = PlanComment.objects.create(
        client_id=plan.client_id,
        site_id=plan.site_id,
        plan=plan,
        objective_id=objective_id,
        kind=kind,
        text=text.strip()[:MOST_WORDS],
        at=now,
        content_hash=content_hash(tree_of(plan)),
    )
    _said(actor, comment, now)
    return comment


@action
def answer_comment(*, actor: Actor, comment_id: UUID, text: str, now: datetime) -> PlanComment:
    """Answer the client; they read it under their own words."""
    if actor.worker_id is None:
        raise NotAllowed
    rows = PlanComment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    asked = rows.exclude(kind=Kind.ANSWER).get(pk=comment_id)
    # A comment is never changed, so nobody may lock it; the plan's lock lets one answer through.
    plans = Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    plans.select_for_update(of=("self",)).get(pk=asked.plan_id)
    if not text.strip():
        raise CommentEmpty
    if rows.filter(answers=asked).exists():
        raise CommentAnswered
    answer = PlanComment.objects.create(
        client_id=asked.client_id,
        site_id=asked.site_id,
        plan_id=asked.plan_id,
        objective_id=asked.objective_id,
        kind=Kind.ANSWER,
        text=text.strip()[:MOST_WORDS],
        at=now,
        worker_id=actor.worker_id,
        answers=asked,
        content_hash=asked.content_hash,
    )
    _said(actor, answer, now)
    return answer


def _said(actor: Actor, comment: PlanComment, now: datetime) -> None:
    audit.record("plans.comment.kept", actor=actor, subject=comment, at=now, reason=comment.kind)
    announce(
        PlanCommented(comment.plan_id, comment.pk, comment.client_id, str(comment.kind), actor, now)
    )
