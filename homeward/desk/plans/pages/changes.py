"""Two versions of a plan side by side: what was, what is, and why it changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import Actor
from homeward.desk.admissions.times import when
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Objective, Plan
from homeward.plans.rules.difference import Line, side_by_side
from homeward.plans.rules.tree import InterventionDraft
from homeward.plans.tree_rows import tree_of
from homeward.plans.words import FAMILY_WISHES, intervention_words

PARTS = {
    "strengths": gettext_lazy("Strengths"),
    "barriers": gettext_lazy("What stands in the way"),
    "discharge_criteria": gettext_lazy("Done here when"),
    "estimated_weeks": gettext_lazy("Expected weeks"),
    "medications": gettext_lazy("Medications"),
    "family_wish": gettext_lazy("Family"),
    "family_involvement": gettext_lazy("Family, in words"),
    "problem": gettext_lazy("Problem"),
    "own_words": gettext_lazy("Goal, in the client’s words"),
    "clinical_words": gettext_lazy("Goal, in clinical words"),
    "objective": gettext_lazy("Objective"),
    "baseline": gettext_lazy("Baseline"),
    "measure": gettext_lazy("Measure"),
    "target_on": gettext_lazy("Target day"),
    "interventions": gettext_lazy("What staff do"),
}
CHANGES = {
    "changed": (gettext_lazy("changed"), "attention"),
    "added": (gettext_lazy("added"), "done"),
    "removed": (gettext_lazy("taken out"), "urgent"),
    "same": ("", "neutral"),
    "reached": (gettext_lazy("reached"), "done"),
    "set_aside": (gettext_lazy("set aside"), "neutral"),
}
# Of a step that stayed behind its statement says enough.
SAID_BY_THE_STEP = frozenset({"baseline", "measure", "target_on", "interventions"})


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One part in both versions."""

    part: str
    change: str
    tone: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """An amendment beside the version it amends."""

    title: str
    why: str
    before_title: str
    after_title: str
    lines: tuple[ChangeLine, ...]
    unchanged: int


def changes_page(actor: Actor, plan: Plan, names: dict[Any, str]) -> ChangesPage:
    """What the amendment changed; `names` are the workers' by id."""
    former = plan.amends
    assert former is not None
    lines = side_by_side(tree_of(former, actor), tree_of(plan, actor))
    states = _states(actor, former)
    changed = [
        line
        for line in lines
        if line.change != "same"
        and not (line.change == "removed" and line.part in SAID_BY_THE_STEP)
    ]
    same = sum(line.change == "same" for line in lines)
    return ChangesPage(
        title=_("What plan %(number)s changed") % {"number": plan.number},
        why=plan.amendment_reason,
        before_title=_title(former),
        after_title=_title(plan),
        lines=tuple(_line(line, names, states) for line in changed),
        unchanged=same,
    )


def _title(plan: Plan) -> str:
    day = when(plan.active_from) if plan.active_from else _("not in force yet")
    return _("Plan %(number)s, %(day)s") % {"number": plan.number, "day": day}


def _states(actor: Actor, plan: Plan) -> dict[str, str]:
    """How each step of a version stood at last, by number."""
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT)
    ends = {Objective.State.MET: "reached", Objective.State.DISCONTINUED: "set_aside"}
    return {
        row.number: ends.get(Objective.State(row.state), "removed")
        for row in rows.filter(goal__problem__plan=plan)
    }


def _line(line: Line, names: dict[Any, str], states: dict[str, str]) -> ChangeLine:
    change = line.change
    if change == "removed" and line.part == "objective":
        change = states.get(line.at, change)
    words, tone = CHANGES[change]
    part = " ".join(filter(None, (line.at, str(PARTS[line.part]))))
    return ChangeLine(
        part, str(words), tone, _said(line.part, line.before, names),
        _said(line.part, line.after, names),
    )  # fmt: skip


def _said(part: str, value: Any, names: dict[Any, str]) -> str:
    if not value:
        return ""
    if part == "family_wish":
        return str(FAMILY_WISHES.get(value, value))
    if part == "target_on":
        return date_format(date.fromisoformat(value), "j M Y")
    if isinstance(value, tuple):
        return "\n".join(_work(each, names) for each in value)
    return str(value)


def _work(done: InterventionDraft, names: dict[Any, str]) -> str:
    words = f"{intervention_words(done)}, {names.get(done.worker_id, '')}".rstrip(", ")
    return f"{words}: {done.text}" if done.text else words
