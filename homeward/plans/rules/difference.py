"""What an amendment changed: two versions side by side, part by part.

A step keeps its number from one version to the next, so a step is compared with the one of its
number; a problem with the one its steps stood under. What is only in one version was added or
taken away.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from homeward.plans.rules.tree import InterventionDraft, PlanDraft, ProblemDraft

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"
AROUND = (
    "strengths", "barriers", "discharge_criteria", "estimated_weeks", "medications",
    "family_wish", "family_involvement",
)  # fmt: skip
Said = str | int | tuple[InterventionDraft, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One part: its name, the number it stands at, and what each version says of it."""

    part: str
    at: str
    before: Said | None
    after: Said | None

    @property
    def change(self) -> str:
        """Same, changed, added or removed."""
        if self.before == self.after:
            return SAME
        if not self.before:
            return ADDED
        return CHANGED if self.after else REMOVED


def side_by_side(before: PlanDraft, after: PlanDraft) -> tuple[Line, ...]:
    """Every part of either version, in the order of the newer one and then of what went."""
    old, new = dict(_parts(before)), dict(_parts(after))
    keys = list(dict.fromkeys([*new, *old]))
    lines = [Line(part, at, old.get((part, at)), new.get((part, at))) for part, at in keys]
    return tuple(line for line in lines if line.before or line.after)


def _parts(plan: PlanDraft) -> Iterator[tuple[tuple[str, str], Said]]:
    for name in AROUND:
        yield (name, ""), getattr(plan, name)
    for place, problem in enumerate(plan.problems, start=1):
        at = _place(problem, place)
        yield ("problem", at), problem.statement
        for count, goal in enumerate(problem.goals):
            beneath = at if not count else f"{at} ({count + 1})"
            yield ("own_words", beneath), goal.own_words
            yield ("clinical_words", beneath), goal.clinical_words
            for step in goal.objectives:
                yield ("objective", step.number), step.statement
                yield ("baseline", step.number), step.baseline
                yield ("measure", step.number), step.measure
                yield (
                    ("target_on", step.number),
                    step.target_on.isoformat() if step.target_on else "",
                )
                yield ("interventions", step.number), step.interventions


def _place(problem: ProblemDraft, place: int) -> str:
    """The number a problem's steps stand under; its own place while it has none."""
    for goal in problem.goals:
        for step in goal.objectives:
            if "." in step.number:
                return step.number.split(".", 1)[0]
    return str(place)
