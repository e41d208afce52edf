"""A plan as its owner reads it: what I want, the steps, who helps, and what we said about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.kernel.purposes import Purpose
from homeward.plans.models import Goal, Intervention, Objective, Plan, PlanComment
from homeward.plans.queries import active_plan
from homeward.plans.rules.content import content_hash
from homeward.plans.tree_rows import tree_of
from homeward.plans.words import intervention_words
from homeward.portal.forms import PlanWordsForm, SignatureForm
from homeward.portal.marks import marks_of
from homeward.portal.own import Own
from homeward.portal.waiting import plan_to_read, plan_to_sign

STATES = {
    "active": (gettext_lazy("working on it"), "info"),
    "met": (gettext_lazy("reached"), "done"),
    "revised": (gettext_lazy("changed"), "neutral"),
    "deferred": (gettext_lazy("later"), "neutral"),
    "discontinued": (gettext_lazy("set aside"), "neutral"),
}
SAID = {
    PlanComment.Kind.FITS: gettext_lazy("You said it is right"),
    PlanComment.Kind.CHANGE: gettext_lazy("You asked for a change"),
    PlanComment.Kind.COMMENT: gettext_lazy("You said"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """Something I said, and the answer."""

    what: str
    on: str
    text: str
    answer: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class StepOfPlan:
    """One objective: what, by when, how we know, what staff do, what I said about it."""

    statement: str
    measure: str
    by: str
    state: str
    tone: str
    helps: tuple[str, ...]
    words: tuple[Word, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalOfPlan:
    """What the client wants, with its steps."""

    own_words: str
    steps: tuple[StepOfPlan, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan that waits for the client to read or sign, or the one in force."""

    goals: tuple[GoalOfPlan, ...] = ()
    strengths: str = ""
    lead: str = ""
    changed_because: str = ""
    waiting_id: UUID | None = None
    form: SignatureForm | None = None
    talk_id: UUID | None = None
    talk: PlanWordsForm | None = None
    is_draft: bool = False
    fits: bool = False
    words: tuple[Word, ...] = ()

    @classmethod
    def of(
        cls, own: Own, form: SignatureForm | None = None, talk: PlanWordsForm | None = None
    ) -> "PlanPage":
        """`form` is a signature and `talk` are words that were refused."""
        waiting = plan_to_sign(own)
        reading = None if waiting else plan_to_read(own)
        in_force = active_plan(own.actor, own.episode) if own.episode else None
        plan = waiting or reading or in_force
        if plan is None or (plan.state == Plan.State.DRAFT and reading is None and not waiting):
            return cls()
        if waiting and form is None:
            form = SignatureForm(version=waiting.version)
        said, fitting = _words(own, plan)
        every = _steps_of_every_version(own)
        steps = [step for step in every if step.goal.problem.plan_id == plan.pk]
        states = {code: str(words) for code, (words, _tone) in STATES.items()}
        is_draft = plan.state == Plan.State.DRAFT
        return cls(
            goals=goals_of(own, plan, steps, said, marks_of(own, steps, every, states)),
            strengths=plan.strengths,
            lead=_("Written with %(name)s") % {"name": plan.author.name},
            changed_because=plan.amendment_reason,
            waiting_id=waiting.pk if waiting else None,
            form=form if waiting else None,
            talk_id=plan.pk,
            talk=talk or PlanWordsForm(steps=step_choices(steps), initial={"kind": "change"}),
            is_draft=is_draft,
            fits=is_draft and bool(fitting) and content_hash(tree_of(plan)) in fitting,
            words=tuple(said.get(None, ())),
        )


def step_choices(steps: Iterable[Objective]) -> list[tuple[str, str]]:
    """The steps of a plan to choose from."""
    return [(str(step.pk), step.statement) for step in steps]


def steps_of_version(own: Own, plan_id: UUID) -> list[Objective]:
    """The steps of one version, for the form that says something about one of them."""
    rows = Objective.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return list(rows.filter(goal__problem__plan_id=plan_id).order_by("number"))


def _steps_of_every_version(own: Own) -> list[Objective]:
    rows = Objective.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(client=own.client)
    return list(rows.select_related("goal__problem").order_by("number"))


def _words(own: Own, plan: Plan) -> tuple[dict[UUID | None, list[Word]], set[str]]:
    """What was said, by step (None: the whole plan), and the texts that were said to fit."""
    rows = PlanComment.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(plan=plan)
    comments = list(rows.select_related("worker").order_by("at"))
    answers = {each.answers_id: each for each in comments if each.worker_id}
    said: dict[UUID | None, list[Word]] = defaultdict(list)
    for each in comments:
        if each.worker_id:
            continue
        answer = answers.get(each.pk)
        said[each.objective_id].append(
            Word(
                str(SAID[PlanComment.Kind(each.kind)]),
                date_format(own.at_wall(each.at), "DATE_FORMAT"),
                each.text,
                answer.text if answer else "",
                answer.worker.name if answer else "",
            )
        )
    fitting = {each.content_hash for each in comments if each.kind == PlanComment.Kind.FITS}
    return said, fitting


def goals_of(
    own: Own,
    plan: Plan,
    objectives: list[Objective],
    said: dict[UUID | None, list[Word]],
    marks: Mapping[UUID, tuple[str, ...]],
) -> tuple[GoalOfPlan, ...]:
    """The goals with their steps, who helps, what was said of each step, and how it goes."""

    def rows(model: type, **where: object) -> Iterable:
        return model.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(**where)  # type: ignore[attr-defined]

    helps: dict[UUID, list[str]] = {}
    interventions = rows(Intervention, objective__goal__problem__plan=plan)
    for row in interventions.select_related("worker"):  # type: ignore[attr-defined]
        words = f"{intervention_words(row, approach=False)}, {row.worker.name}"
        helps.setdefault(row.objective_id, []).append(words)
    steps: dict[UUID, list[StepOfPlan]] = {}
    for step in objectives:
        state, tone = STATES.get(step.state, (step.state, "neutral"))
        steps.setdefault(step.goal_id, []).append(
            StepOfPlan(
                step.statement,
                step.measure,
                date_format(step.target_on, "DATE_FORMAT"),
                str(state),
                tone,
                tuple(helps.get(step.pk, ())),
                tuple(said.get(step.pk, ())),
                marks.get(step.pk, ()),
            )
        )
    goals = rows(Goal, problem__plan=plan).order_by("problem__position", "position")  # type: ignore[attr-defined]
    return tuple(GoalOfPlan(goal.own_words, tuple(steps.get(goal.pk, ()))) for goal in goals)
