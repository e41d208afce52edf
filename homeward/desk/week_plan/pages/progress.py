"""A plan on its way: where it stands and the best week found so far."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Figure
from homeward.core.forms import ActionForm
from homeward.desk.week_plan.pages.quality import bound_of
from homeward.timetable.drafts import PlanningStep, WeekDraft

STAGES = {
    "": gettext_lazy("Waiting for its turn"),
    "greedy": gettext_lazy("A first whole week stands"),
    "cohorts": gettext_lazy("Forming groups that fit together"),
    "leaders": gettext_lazy("Finding leaders and rooms"),
    "visits": gettext_lazy("Placing one-to-ones"),
    "joint": gettext_lazy("Fitting leaders and one-to-ones together"),
    "neighbourhoods": gettext_lazy("Improving it, piece by piece"),
    "days": gettext_lazy("Filling days anew where something is missing"),
    "bounds": gettext_lazy("Proving how good it is"),
}


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """Reload to see more; with scripts it renews itself every two seconds."""

    title: str
    stage: str
    seconds: int
    most_seconds: int
    figures: tuple[Figure, ...]
    own_url: str
    progress_url: str
    plans_url: str
    stop_url: str
    stop: ActionForm
    is_stopping: bool
    is_slow_to_start: bool

    @property
    def done(self) -> int:
        """Seconds passed, no more than it may take."""
        return min(self.seconds, self.most_seconds)

    @classmethod
    def of(cls, draft: WeekDraft, step: PlanningStep | None, now: Any) -> "ProgressPage":
        """As far as its newest step tells."""
        seconds = max(0, int((now - draft.started_at).total_seconds()))
        stage = step.stage if step else ""
        return cls(
            title=_("Planning the week of %(day)s") % {"day": date_format(draft.starts_on, "j F")},
            stage=str(STAGES.get(stage, _("Looking for a better week"))),
            seconds=seconds,
            most_seconds=draft.seconds,
            figures=_figures(step),
            own_url=reverse("desk:week_draft", args=[draft.pk]),
            progress_url=reverse("desk:week_draft_progress", args=[draft.pk]),
            plans_url=f"{reverse('desk:week_drafts')}?week={draft.starts_on.isoformat()}",
            stop_url=reverse("desk:week_draft_stop", args=[draft.pk]),
            stop=ActionForm(),
            is_stopping=draft.cancel_asked_at is not None,
            is_slow_to_start=step is None and seconds > 20,
        )


def _figures(step: PlanningStep | None) -> tuple[Figure, ...]:
    if step is None:
        return ()
    comfort = step.tiers.get("tier3")
    bound = bound_of(step.bounds)
    return (
        Figure(
            "—" if step.unplaced is None else str(step.unplaced),
            _("Sessions not placed in the best week so far"),
        ),
        Figure("—" if comfort is None else f"{comfort:,}", _("Comfort points, fewer are better")),
        Figure(
            _("%(points)s points") % {"points": f"{bound:,.0f}"} if bound else _("not known yet"),
            _("The fewest that are possible"),
        ),
    )
