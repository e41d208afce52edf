"""What a draft still lacks, each line with the part it is in and the way to mend it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.reasons_words import words_for
from homeward.desk.plans.links import anchor_of
from homeward.plans.individual import borrowed
from homeward.plans.models import Plan
from homeward.plans.rules.completeness import Gap, gaps_in
from homeward.plans.rules.tree import PlanDraft

AROUND = frozenset(
    {
        "strengths_missing", "barriers_missing", "discharge_criteria_missing", "length_missing",
        "medications_missing", "family_missing", "family_unsaid",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GapLine:
    """One thing missing in words; `url` leads to where it is written."""

    place: str
    words: str
    url: str


def gap_lines(plan: Plan, tree: PlanDraft, today: date, writable: bool) -> tuple[GapLine, ...]:
    """Everything that keeps the author from signing, in the order of the form."""
    gaps = (*gaps_in(tree, today), *borrowed(plan, tree, today))
    return tuple(_line(plan, gap, writable) for gap in gaps)


def _line(plan: Plan, gap: Gap, writable: bool) -> GapLine:
    place = ""
    if "." in gap.at:
        place = _("Objective %(number)s") % {"number": gap.at}
    elif gap.at:
        place = _("Problem %(number)s") % {"number": gap.at}
    return GapLine(place, words_for(gap.code), _url(plan, gap) if writable else "")


def _url(plan: Plan, gap: Gap) -> str:
    if gap.code in AROUND:
        return reverse("desk:plan_parts", args=[plan.pk])
    if gap.code == "no_problem":
        return reverse("desk:plan_threads", args=[plan.pk])
    return f"#{anchor_of(gap.at)}" if "." in gap.at else f"#problem-{gap.at}"
