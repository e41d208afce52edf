"""The plans of one week, and how a new one is started."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.desk.week.pages import Chosen
from homeward.desk.week_plan.forms.plans import ReopenForm, StartForm
from homeward.program.models import Site
from homeward.timetable.drafting import reading
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.models import GroupSession, Week
from homeward.timetable.permissions import works_at

WEEK = timedelta(days=7)
STATES = {
    WeekDraft.State.PLANNING: (gettext_lazy("being planned"), "info"),
    WeekDraft.State.READY: (gettext_lazy("draft"), "attention"),
    WeekDraft.State.CANCELLED: (gettext_lazy("stopped"), "neutral"),
    WeekDraft.State.FAILED: (gettext_lazy("not found"), "urgent"),
    WeekDraft.State.DISCARDED: (gettext_lazy("put aside"), "neutral"),
    WeekDraft.State.PUBLISHED: (gettext_lazy("published"), "done"),
}


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One plan in the list."""

    title: str
    sub: str
    url: str
    state: str
    tone: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlansPage:
    """The plans of a week, newest first, and the form that starts one."""

    title: str
    subline: str
    drafts: tuple[DraftLine, ...]
    start: StartForm | None
    reopen: ReopenForm | None
    goes_on: ReopenForm | None
    weeks: tuple[Tab, ...]
    sites: tuple[Tab, ...]
    week_url: str
    open_url: str

    @classmethod
    def of(
        cls, actor: Actor, chosen: Chosen, *, is_past: bool, start: StartForm | None = None
    ) -> "PlansPage":
        """Read the drafts of a week without their contents."""
        drafts = reading.drafts_of(actor, chosen.program.pk, chosen.site.pk, chosen.week_start)
        week = Week.objects.filter(
            program=chosen.program, site=chosen.site, starts_on=chosen.week_start
        ).first()
        is_published = bool(week and week.published_at)
        lines = tuple(_line(draft) for draft in drafts)
        has_open = any(line.is_open for line in lines)
        asked = {
            "program": chosen.program.pk, "site": chosen.site.pk, "starts_on": chosen.week_start,
        }  # fmt: skip
        may_start = not (is_past or has_open)
        return cls(
            title=_("Plans for the week of %(day)s")
            % {"day": date_format(chosen.week_start, "j F")},
            subline=" · ".join(
                (chosen.site.name, _("already published") if is_published else _("not published"))
            ),
            drafts=lines,
            start=(start or StartForm(initial=asked)) if may_start and not is_published else start,
            reopen=ReopenForm(initial=asked) if may_start and is_published else None,
            goes_on=ReopenForm(initial=asked)
            if may_start and week and not is_published and _stands(week)
            else None,
            weeks=_weeks(chosen),
            sites=_sites(actor, chosen),
            week_url=chosen.url(),
            open_url=next((line.url for line in lines if line.is_open), ""),
        )


def _stands(week: Week) -> bool:
    """Whether recurring groups have made sessions of the week."""
    return GroupSession.objects.live().filter(
        program_id=week.program_id, site_id=week.site_id, group__isnull=False,
        on__gte=week.starts_on, on__lt=week.starts_on + WEEK,
    ).exists()  # fmt: skip


def plans_url(chosen: Chosen) -> str:
    """The plans of that week."""
    asked = {"week": chosen.week_start.isoformat(), "site": chosen.site.code}
    return f"{reverse('desk:week_drafts')}?{urlencode(asked)}"


def _weeks(chosen: Chosen) -> tuple[Tab, ...]:
    found = []
    for number in range(-1, 4):
        on = chosen.week_start + number * WEEK
        asked = {"week": on.isoformat(), "site": chosen.site.code}
        found.append(
            Tab(
                date_format(on, "j M"), f"{reverse('desk:week_drafts')}?{urlencode(asked)}",
                number == 0,
            )
        )  # fmt: skip
    return tuple(found)


def _sites(actor: Actor, chosen: Chosen) -> tuple[Tab, ...]:
    """The sites the actor plans for, where there are several."""
    found = [site for site in Site.objects.order_by("name") if works_at(actor, site.pk)]
    if len(found) < 2:
        return ()
    week = chosen.week_start.isoformat()
    return tuple(
        Tab(
            site.name,
            f"{reverse('desk:week_drafts')}?{urlencode({'week': week, 'site': site.code})}",
            site == chosen.site,
        )
        for site in found
    )


def _line(draft: Any) -> DraftLine:
    words, tone = STATES[WeekDraft.State(draft.state)]
    by = draft.started_by.name if draft.started_by else _("the program")
    begun = date_format(localtime(draft.started_at), "D j M, H:i")
    unplaced = draft.tiers.get("unplaced") if draft.tiers else None
    moves = (
        ngettext("%d move since", "%d moves since", draft.head) % draft.head if draft.head else ""
    )
    left = (
        ngettext("%d session not placed", "%d sessions not placed", unplaced) % unplaced
        if unplaced
        else ""
    )
    return DraftLine(
        title=_("Begun %(when)s by %(name)s") % {"when": begun, "name": by},
        sub=" · ".join(filter(None, (left, moves))),
        url=reverse("desk:week_draft", args=[draft.pk]),
        state=str(words),
        tone=tone,
        is_open=draft.state in WeekDraft.OPEN,
    )
