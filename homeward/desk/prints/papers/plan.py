"""One version of a treatment plan as a paper, or as a part of a file."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.desk.plans.pages.signing import witnessed
from homeward.desk.prints.papers.composing import Facts, Paper, Part, Signed, day, lines, moment
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Intervention, Objective, Plan, PlanSignature, Problem
from homeward.plans.words import intervention_words
from homeward.progress.words import OBJECTIVE_STATES

Meaning = PlanSignature.Meaning


def paper_of_plan(actor: Actor, plan: Plan, zone: ZoneInfo) -> Paper:
    """The whole tree with its signatures; a draft says that it is one."""
    return Paper(
        _("Treatment plan %(number)s") % {"number": plan.number},
        facts_of_plan(plan, zone),
        tuple(parts_of_plan(actor, plan)),
        signatures_of_plan(actor, plan, zone),
    )


def facts_of_plan(plan: Plan, zone: ZoneInfo) -> Facts:
    """The parts of a plan that stand beside its tree."""
    states = {
        "draft": _("draft, not in force"),
        "signed": _("signed by its author, waits for the client"),
        "active": _("in force"),
        "superseded": _("replaced by a newer one"),
        "closed": _("closed"),
    }
    weeks = ngettext("%d week", "%d weeks", plan.estimated_weeks) % plan.estimated_weeks
    return [
        (_("State"), states.get(plan.state, plan.state)),
        (_("Author"), plan.author.name),
        (_("In force from"), moment(plan.active_from, zone)),
        (_("Next review by"), day(plan.review_due_on)),
        (_("Strengths"), plan.strengths),
        (_("What stands in the way"), plan.barriers),
        (_("Done here when"), plan.discharge_criteria),
        (_("Expected length"), weeks),
        (_("Medications"), plan.medications),
        (_("Family"), plan.family_involvement),
    ]


def parts_of_plan(actor: Actor, plan: Plan, level: int = 2) -> list[Part]:
    """One part a problem: its goals in both words, its objectives, what staff do and who."""

    def rows(model: Any, **where: Any) -> Any:
        return model.objects.for_actor(actor, Purpose.TREATMENT).filter(**where)

    steps = rows(Objective, goal__problem__plan=plan).select_related("goal").order_by("number")
    doing: dict[Any, list[str]] = {}
    found = rows(Intervention, objective__goal__problem__plan=plan).select_related("worker")
    for each in found.order_by("pk"):
        doing.setdefault(each.objective_id, []).append(
            lines((f"{intervention_words(each)}, {each.worker.name}", each.text)).replace(
                "\n", ": "
            )
        )
    below: dict[Any, dict[Any, list[Objective]]] = {}
    for step in steps:
        below.setdefault(step.goal.problem_id, {}).setdefault(step.goal, []).append(step)
    parts = []
    for problem in rows(Problem, plan=plan).order_by("position"):
        goals = below.get(problem.pk, {})
        table = tuple(
            (
                step.number,
                lines((step.statement, _("Measured by %(measure)s") % {"measure": step.measure})),
                day(step.target_on),
                str(OBJECTIVE_STATES.get(step.state, step.state)),
                lines(doing.get(step.pk, ())),
            )
            for items in goals.values()
            for step in items
        )
        said = lines(
            line
            for goal in goals
            for line in (
                _("Goal, in the client's words: %(words)s") % {"words": goal.own_words},
                _("Clinical goal: %(words)s") % {"words": goal.clinical_words}
                if goal.clinical_words
                else "",
            )
        )
        columns = (_("No."), _("Objective"), _("By"), _("Now"), _("What staff do"))
        parts.append(
            Part(problem.statement, level, text=said, columns=columns if table else (), rows=table)
        )
    return parts


def signatures_of_plan(actor: Actor, plan: Plan, zone: ZoneInfo) -> tuple[Signed, ...]:
    """Everybody who signed, and the client's refusal with its reason."""
    meanings = {
        Meaning.AUTHOR: _("author"),
        Meaning.CLIENT: _("agrees as the client"),
        Meaning.CLIENT_REFUSED: _("the client did not sign"),
        Meaning.COSIGN: _("co-signature"),
        "guardian": _("agrees as the guardian"),
        "physician": _("physician"),
    }
    rows = PlanSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    return tuple(
        Signed(
            row.name,
            row.credential,
            lines(
                (witnessed(row, str(meanings.get(row.meaning, row.meaning))), row.reason)
            ).replace("\n", ": "),
            moment(row.at, zone),
            row.content_hash[:16],
        )
        for row in rows.select_related("worker").order_by("at")
    )
