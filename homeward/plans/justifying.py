"""What the record says since the plan was last looked at: the ground of a continued stay."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State
from homeward.plans.models import Objective, Plan, PlanReview
from homeward.plans.record_lines import record_of
from homeward.plans.words import OBJECTIVE_STATES

RULE_SET, VERSION = "continued-stay", "1"
OBJECTIVES = Source("plan_objectives", "The objectives of the plan in force", "norm")


def since(actor: Actor, plan: Plan) -> date:
    """The day of the last review, or the one the plan came into force."""
    zone = ZoneInfo(plan.site.time_zone)
    rows = PlanReview.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    last = rows.order_by("-at").first()
    start = last.at if last else (plan.active_from or plan.started_at)
    return start.astimezone(zone).date()


def record_since_last(actor: Actor, plan: Plan, today: date) -> tuple[Reason, ...]:
    """Each objective as it stands, then what every room adds, from the last review to today."""
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT).filter(
        goal__problem__plan_id=plan.pk
    )
    steps = tuple(_objective(row, plan) for row in rows.order_by("number"))
    episode: Any = plan.episode
    return (*steps, *record_of(actor, episode, since(actor, plan), today))


def justification(actor: Actor, plan: Plan, today: date) -> Decision:
    """The same as one explained statement, before anybody has written why the stay goes on."""
    return Decision("stated", RULE_SET, VERSION, record_since_last(actor, plan, today))


def _objective(row: Objective, plan: Plan) -> Reason:
    is_met = row.state == Objective.State.MET
    return Reason(
        "objective_stands",
        State.MET if is_met else State.NOT_MET,
        (Evidence("plan_objective", f"{plan.client_id}:{row.number}", row.statement),),
        OBJECTIVES,
        {"number": row.number, "state": row.state, "says": str(OBJECTIVE_STATES[row.state])},
    )
