"""Plans talked over: an amendment signed, another one with the client, words and answers, duties.

Everything is done by the people themselves through the actions, on the demo's first morning.
"""

import logging
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from homeward.accounts.models import Account
from homeward.core.access import Access
from homeward.core.actors import Actor, Grant, actor_of
from homeward.core.refusals import Refusal
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.plans import actions
from homeward.plans.keeping_watch import open_plan_duties
from homeward.plans.models import Intervention, Objective, Plan, Problem
from homeward.plans.rules.tree import InterventionDraft
from homeward.plans.tree_rows import tree_of

_log = logging.getLogger(__name__)
COUNSELOR = "counselor"
SOON, SIX_WEEKS = timedelta(days=3), timedelta(weeks=6)
WHY_SIGNED = "Urges came back after a hard weekend; closer contact for some weeks."
WHY_OPEN = "A new shift at work begins in two weeks, and two objectives are reached."
ASKED = "Can we meet before my shift and not after? After work I am too tired to talk."
ANSWERED = "Yes. I moved it to half past seven from Monday on. Tell me if that is too early."
SAID = "I like the part about my sister. I would rather call her than write to her."


def add_plan_talk(now: datetime) -> int:
    """Returns the rows written; nothing where the demo has no counselor with clients."""
    account = Account.objects.filter(username=COUNSELOR).first()
    if account is None:
        return open_plan_duties(now=now)
    counselor = actor_of(account)
    of_demo, others = _plans_of(counselor)
    told = [(_talked_over, of_demo[:1]), (_amended, others[:1]), (_with_client, others[1:2])]
    written = 0
    for tell, chosen in told:
        for plan in chosen:
            try:
                with transaction.atomic():
                    written += tell(counselor, plan, now)
            except Refusal as refusal:
                # The story differs with the day; what the rules refuse today is left out.
                _log.info("a plan of the demo stays as it is: %s", refusal.codes)
    return written + open_plan_duties(now=now)


def _plans_of(counselor: Actor) -> tuple[list[Plan], list[Plan]]:
    """The counselor's plans in force: of the demo's client, and of the others with most to do."""
    own = Plan.objects.for_actor(counselor, Purpose.TREATMENT, to=Access.WRITE).filter(
        state=Plan.State.ACTIVE, author_id=counselor.worker_id, kind=Plan.Kind.FULL,
        episode__ended_at=None,
    )  # fmt: skip
    plans = list(own.select_related("client__site").order_by("client__name"))
    of_demo = [plan for plan in plans if _is_demo_client(plan)]
    going_on = _open_steps(counselor)
    others = [plan for plan in plans if not _is_demo_client(plan) and going_on[plan.pk]]
    others.sort(key=lambda plan: -going_on[plan.pk])
    return of_demo, others


def plans_left_alone(counselor: Actor) -> list[Plan]:
    """Plans in force of others that nobody talks over yet."""
    rows = Plan.objects.for_actor(counselor, Purpose.TREATMENT)
    begun = rows.filter(state__in=(Plan.State.DRAFT, Plan.State.SIGNED))
    taken = set(begun.values_list("episode_id", flat=True))
    return [plan for plan in _plans_of(counselor)[1] if plan.episode_id not in taken]


def amended(counselor: Actor, plan: Plan, reason: str, at: datetime) -> Plan:
    """An amendment as its author may sign it: one thing staff do is now twice as often."""
    draft: Plan = actions.amend_plan(actor=counselor, plan_id=plan.pk, reason=reason, now=at)
    _more_often(counselor, draft, at)
    _days_ahead(counselor, draft, at)
    _tied_to_ratings(counselor, draft, at)
    return draft


def _open_steps(counselor: Actor) -> Counter[Any]:
    """How many objectives of each plan are going on."""
    rows = Objective.objects.for_actor(counselor, Purpose.TREATMENT).filter(
        state=Objective.State.ACTIVE
    )
    return Counter(row.goal.problem.plan_id for row in rows.select_related("goal__problem"))


def _is_demo_client(plan: Plan) -> bool:
    account = plan.client.account
    return account is not None and account.username == DEMO_CLIENT_ACCOUNT


def _client(plan: Plan) -> Actor:
    return Actor(
        kind="client", client_id=plan.client_id, name=plan.client.called,
        grants=(Grant(Role.CLIENT),),
    )  # fmt: skip


def _talked_over(counselor: Actor, plan: Plan, now: datetime) -> int:
    """What the client of the demo asked for, and the answer; then something still to answer."""
    before = now - timedelta(days=2)
    asked = actions.comment_on_plan(
        actor=_client(plan), plan_id=plan.pk, kind="change", text=ASKED, now=before
    )
    actions.answer_comment(
        actor=counselor, comment_id=asked.pk, text=ANSWERED, now=before + timedelta(hours=5)
    )
    return 2


def _amended(counselor: Actor, plan: Plan, now: datetime) -> int:
    """An amendment in force."""
    at = now - timedelta(days=3)
    draft = amended(counselor, plan, WHY_SIGNED, at)
    for minutes, meaning, name in ((20, "author", ""), (25, "client", plan.client.name)):
        actions.sign_plan(
            actor=counselor, plan_id=draft.pk, meaning=meaning, signer_name=name,
            now=at + timedelta(minutes=minutes),
        )  # fmt: skip
    return 4


def _with_client(counselor: Actor, plan: Plan, now: datetime) -> int:
    """An amendment the client is reading, with words that wait for an answer."""
    at = now - timedelta(hours=20)
    draft = actions.amend_plan(actor=counselor, plan_id=plan.pk, reason=WHY_OPEN, now=at)
    _more_often(counselor, draft, at)
    actions.share_plan(actor=counselor, plan_id=draft.pk, now=at + timedelta(minutes=10))
    step = _first_step(counselor, draft)
    actions.comment_on_plan(
        actor=_client(plan), plan_id=draft.pk, kind="comment", text=SAID, objective_id=step.pk,
        now=at + timedelta(hours=3),
    )  # fmt: skip
    return 4


def _more_often(counselor: Actor, draft: Plan, at: datetime) -> None:
    rows = Intervention.objects.for_actor(counselor, Purpose.TREATMENT).filter(
        objective__goal__problem__plan=draft, kind="individual"
    )
    row: Any = rows.order_by("objective__number").first()
    if row is None:
        return
    done = InterventionDraft(
        kind=row.kind, approach=row.approach, times=row.times, every_weeks=row.every_weeks,
        minutes=row.minutes, weeks=row.weeks, worker_id=row.worker_id, text=row.text,
    )  # fmt: skip
    actions.keep_intervention(
        actor=counselor, plan_id=draft.pk, objective_id=row.objective_id, intervention_id=row.pk,
        intervention=replace(done, times=2), now=at + timedelta(minutes=5),
    )  # fmt: skip


def _tied_to_ratings(counselor: Actor, draft: Plan, at: datetime) -> None:
    """Each problem leads back to the dimension it was rated in."""
    episode = draft.episode
    for row, problem in zip(
        Problem.objects.for_actor(counselor, Purpose.TREATMENT)
        .filter(plan=draft)
        .order_by("position"),
        tree_of(draft).problems,
        strict=True,
    ):
        rating = episode.placement.ratings.get(str(problem.dimension), 0)
        need = replace(
            problem, need_kind="placement_rating",
            need_ref=f"{episode.placement_id}:{problem.dimension}",
            need_words=f"Dimension {problem.dimension}: rated {rating} at admission",
        )  # fmt: skip
        actions.change_problem(
            actor=counselor, plan_id=draft.pk, problem_id=row.pk, problem=need,
            now=at + timedelta(minutes=9),
        )  # fmt: skip


def _days_ahead(counselor: Actor, draft: Plan, at: datetime) -> None:
    """Targets that have passed get a day six weeks on."""
    for problem in tree_of(draft).problems:
        for step in (step for goal in problem.goals for step in goal.objectives):
            if step.target_on is not None and step.target_on > at.date() + SOON:
                continue
            rows = Objective.objects.for_actor(counselor, Purpose.TREATMENT)
            row = rows.select_related("goal").get(goal__problem__plan=draft, number=step.number)
            actions.keep_objective(
                actor=counselor, plan_id=draft.pk, problem_id=row.goal.problem_id,
                objective_id=row.pk, objective=replace(step, target_on=at.date() + SIX_WEEKS),
                now=at + timedelta(minutes=8),
            )  # fmt: skip


def _first_step(counselor: Actor, draft: Plan) -> Objective:
    rows = Objective.objects.for_actor(counselor, Purpose.TREATMENT)
    return rows.filter(goal__problem__plan=draft).order_by("number").first()
