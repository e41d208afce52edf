"""A plan as its owner reads it: what I want, the steps, and who helps."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.kernel.purposes import Purpose
from homeward.plans.models import Goal, Intervention, Objective, Plan
from homeward.plans.queries import active_plan
from homeward.portal.forms import SignatureForm
from homeward.portal.own import Own
from homeward.portal.waiting import plan_to_sign

STATES = {
    "active": (gettext_lazy("working on it"), "info"),
    "met": (gettext_lazy("reached"), "done"),
    "revised": (gettext_lazy("changed"), "neutral"),
    "deferred": (gettext_lazy("later"), "neutral"),
    "discontinued": (gettext_lazy("set aside"), "neutral"),
}


@dataclass(frozen=True, slots=True)
class StepOfPlan:
    """One objective: what, by when, how we know, and what staff do."""

    statement: str
    measure: str
    by: str
    state: str
    tone: str
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalOfPlan:
    """What the client wants, with its steps."""

    own_words: str
    steps: tuple[StepOfPlan, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan that waits for the client, or the one in force."""

    goals: tuple[GoalOfPlan, ...]
    strengths: str
    lead: str
    waiting_id: UUID | None
    form: SignatureForm | None

    @classmethod
    def of(cls, own: Own, form: SignatureForm | None = None) -> "PlanPage":
        """`form` is a signature that was refused."""
        waiting = plan_to_sign(own)
        in_force = active_plan(own.actor, own.episode) if own.episode else None
        plan = waiting or in_force
        if plan is None or (plan.state == Plan.State.DRAFT and waiting is None):
            return cls((), "", "", None, None)
        if waiting and form is None:
            form = SignatureForm(version=waiting.version)
        return cls(
            goals=_goals(own, plan),
            strengths=plan.strengths,
            lead=_("Written with %(name)s") % {"name": plan.author.name},
            waiting_id=waiting.pk if waiting else None,
            form=form if waiting else None,
        )


def _goals(own: Own, plan: Plan) -> tuple[GoalOfPlan, ...]:
    def rows(model: type, **where: object) -> Iterable:
        return model.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(**where)  # type: ignore[attr-defined]

    helps: dict[UUID, list[str]] = {}
    interventions = rows(Intervention, objective__goal__problem__plan=plan)
    for row in interventions.select_related("worker"):  # type: ignore[attr-defined]
        words = ", ".join(part for part in (row.modality, row.frequency, row.worker.name) if part)
        helps.setdefault(row.objective_id, []).append(words)
    steps: dict[UUID, list[StepOfPlan]] = {}
    for row in rows(Objective, goal__problem__plan=plan).order_by("number"):  # type: ignore[attr-defined]
        words, tone = STATES.get(row.state, (row.state, "neutral"))
        steps.setdefault(row.goal_id, []).append(
            StepOfPlan(
                row.statement,
                row.measure,
                date_format(row.target_on, "DATE_FORMAT"),
                str(words),
                tone,
                tuple(helps.get(row.pk, ())),
            )
        )
    goals = rows(Goal, problem__plan=plan).order_by("problem__position", "position")  # type: ignore[attr-defined]
    return tuple(GoalOfPlan(goal.own_words, tuple(steps.get(goal.pk, ()))) for goal in goals)
