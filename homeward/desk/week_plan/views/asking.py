"""Questions to the engine about a week: what happened, who came into care, would an offer help."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week_plan.forms.repairs import (
    CARE,
    FILL,
    RECORDS,
    STAFF,
    CareForm,
    FillForm,
    RecordsForm,
    RepairForm,
    WhatIfForm,
)
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.repairs import repairs_page
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.views.reaching import actor_of, knowing, opened_with_week
from homeward.kernel.periods import Period
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.actions.ask_engine import ask_engine, report_disruption
from homeward.timetable.drafting.care_changes import (
    came_and_left,
    care_events,
    clients_named,
)
from homeward.timetable.drafting.reading import OpenDraft
from homeward.timetable.drafting.standing import stays
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.explaining.explain import explain

ROOM = "desk/week_plan"
# What is asked in one press, with nothing to say about it.
BY_ITSELF: dict[str | None, type[ActionForm]] = {
    RECORDS: RecordsForm, CARE: CareForm, FILL: FillForm,
}  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def repairs(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """What no longer fits, and what happened; a question goes to the engine."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    if request.method != "POST":
        return _asking(request, opened, RepairForm(ground=ground, version=opened.head))
    kind = request.POST.get("kind")
    events: list[dict[str, Any]] = []
    if kind in BY_ITSELF:
        form: Any = BY_ITSELF[kind](request.POST)
        shown = RepairForm(ground=ground, version=opened.head)
        form.full_clean()
        if kind == CARE and not (events := care_events(opened.draft, opened.instance, clock.now())):
            form.add_error(None, _("Everybody in care is in this week already."))
            return _asking(request, opened, shown, form, 422)
    else:
        form = shown = RepairForm(request.POST, ground=ground)
        if not form.is_valid():
            return _asking(request, opened, shown, form, 422)
        events = [form.event()]
    question = _disruption(opened, events) | ({"fill": True} if kind == FILL else {})
    try:
        asked = report_disruption(
            actor=actor_of(request), draft_id=draft_id, question=question,
            now=clock.now(), **_noted(opened, events, form),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _asking(request, opened, shown, form, 422)
    return redirect("desk:week_draft_repair", draft_id, asked.pk)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def what_if(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Whether one offer would help, and who else would move; nothing is changed by asking."""
    opened = opened_with_week(actor_of(request), draft_id)
    form = WhatIfForm(request.POST)
    if not form.is_valid():
        raise Http404
    typed = form.cleaned_data
    told = next(
        (
            each
            for each in explain(opened.instance, Ground.of(opened).schedule)
            if (each.client, each.service) == (typed["client"], typed["service"])
        ),
        None,
    )
    place = typed["offer"]
    if told is None or (place is not None and place >= len(told.offers)):
        raise Http404
    question = _disruption(opened, []) | {
        "client": told.client,
        "service": told.service,
        "slots": opened.instance.services[told.service].slots,
        "offer": None if place is None else told.offers[place].to_json(),
    }
    try:
        asked = ask_engine(
            actor=actor_of(request), draft_id=draft_id, kind=WeekQuestion.Kind.WHAT_IF,
            question=question, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        shown = RepairForm(ground=Ground.of(opened), version=opened.head)
        return _asking(request, opened, shown, form, 422)
    return redirect("desk:week_draft_repair", draft_id, asked.pk)


def _noted(opened: OpenDraft, events: list[dict[str, Any]], form: Any) -> dict[str, Any]:
    """What is to be written down beside the question; nothing unless that was asked."""
    away: list[tuple[UUID, Period]] = []
    closed: list[tuple[UUID | None, Period]] = []
    for event in events if form.cleaned_data.get("is_noted") else ():
        for day, start, ends in event["windows"]:
            period = Period(opened.clock.when(day, start), opened.clock.when(day, ends))
            if event["kind"] == STAFF:
                away.append((UUID(event["staff"]), period))
            else:
                closed.append((UUID(event["room"]) if "room" in event else None, period))
    return {"away": away, "closed": closed, "closure_name": _("Closed")}


def _disruption(opened: OpenDraft, events: list[dict[str, Any]]) -> dict[str, Any]:
    """What happened, and from which slot on the week may still be changed."""
    return {**stays(opened.draft, clock.now()), "events": events}


def _asking(
    request: HttpRequest,
    opened: OpenDraft,
    shown: RepairForm,
    refused: Any = None,
    status: int = 200,
) -> HttpResponse:
    questions = list(WeekQuestion.objects.filter(draft=opened.draft).order_by("-at"))
    care = came_and_left(opened.draft, opened.instance)
    asked = [event for each in questions for event in each.question.get("events", ())]
    known = knowing(actor_of(request), opened, clients_named([*care, *asked]))
    page = repairs_page(Ground.of(known), opened, questions, shown, care)
    return render(request, f"{ROOM}/repairs.html", {"page": page, "form": refused}, status=status)
