"""How a step goes: the newest mark a counselor set in a signed note, and the newest review of it.

Only notes the client may already open are read. A step keeps its marks when a plan is amended.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.kernel.purposes import Purpose
from homeward.plans.models import Objective, PlanReview
from homeward.portal.own import Own
from homeward.portal.record import own_notes

MARKS = {
    "no_change": gettext_lazy("no change yet"),
    "some_progress": gettext_lazy("some progress"),
    "met": gettext_lazy("reached"),
    "setback": gettext_lazy("a step back"),
}


def marks_of(
    own: Own, steps: Sequence[Objective], every: Iterable[Objective], states: dict[str, str]
) -> dict[UUID, tuple[str, ...]]:
    """One line for the newest mark and one for the newest review, by step; none where none is.

    `every` are the steps of all versions; `states` says in words where a step stood at a review.
    """
    first = _first_versions(every)
    marked: dict[UUID, tuple[date, str]] = {}
    notes = own_notes(own).exclude(progress="").filter(objective__isnull=False)
    for row in notes.order_by("on", "signed_at").values("objective_id", "on", "progress"):
        marked[first.get(row["objective_id"], row["objective_id"])] = row["on"], row["progress"]
    reviewed = _reviewed(own, every, first)
    found: dict[UUID, tuple[str, ...]] = {}
    for step in steps:
        root, lines = first[step.pk], []
        if root in marked:
            day, code = marked[root]
            lines.append(
                _("Last marked on %(day)s: %(mark)s.") % {"day": _day(day), "mark": MARKS[code]}
            )
        if root in reviewed:
            day, code = reviewed[root]
            lines.append(
                _("Looked at in a review on %(day)s: %(state)s.")
                % {"day": _day(day), "state": states.get(code, code)}
            )
        found[step.pk] = tuple(lines)
    return found


def _reviewed(
    own: Own, every: Iterable[Objective], first: dict[UUID, UUID]
) -> dict[UUID, tuple[date, str]]:
    """The newest review of each step, by its first version: the day, and where it stood."""
    numbered = {(step.goal.problem.plan_id, step.number): first[step.pk] for step in every}
    rows = PlanReview.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    rows = rows.filter(client=own.client).order_by("at").values("plan_id", "at", "objective_states")
    return {
        numbered[row["plan_id"], number]: (own.at_wall(row["at"]).date(), state)
        for row in rows
        for number, state in row["objective_states"].items()
        if (row["plan_id"], number) in numbered
    }


def _first_versions(every: Iterable[Objective]) -> dict[UUID, UUID]:
    """The first version of each step; itself where nothing was amended."""
    before = {step.pk: step.continues_id for step in every}

    def first(step_id: UUID) -> UUID:
        seen: set[UUID] = set()
        while (former := before.get(step_id)) in before and step_id not in seen:
            seen.add(step_id)
            step_id = former  # type: ignore[assignment]
        return step_id

    return {step_id: first(step_id) for step_id in before}


def _day(day: date) -> str:
    return date_format(day, "j F Y")
