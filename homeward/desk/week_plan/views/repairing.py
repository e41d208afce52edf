"""Repairs of a week that was promised: ask the engine, look at the ways, take one over."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week_plan.forms.repairs import (
    RECORDS,
    STAFF,
    RecordsForm,
    RepairForm,
    TakeOverForm,
    WhatIfForm,
)
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.repairs import question_page, repairs_page, take_over_words
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.views.reaching import actor_of, opened_with_week
from homeward.kernel.periods import Period
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.queries import numbers_for
from homeward.timetable.actions.ask_engine import ask_engine, report_disruption
from homeward.timetable.actions.make_move import make_move
from homeward.timetable.drafting.moves import Adopt
from homeward.timetable.drafting.reading import OpenDraft
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.explaining.explain import explain

ROOM = "desk/week_plan"


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def repairs(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """What no longer fits, and what happened; a question goes to the engine."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    if request.method != "POST":
        return _asking(request, ground, opened, RepairForm(ground=ground, version=opened.head))
    if request.POST.get("kind") == RECORDS:
        form: Any = RecordsForm(request.POST)
        shown = RepairForm(ground=ground, version=opened.head)
        events: list[dict[str, Any]] = []
        form.full_clean()
    else:
        form = shown = RepairForm(request.POST, ground=ground)
        if not form.is_valid():
            return _asking(request, ground, opened, shown, form, 422)
        events = [form.event()]
    try:
        asked = report_disruption(
            actor=actor_of(request), draft_id=draft_id, question=_disruption(opened, events),
            now=clock.now(), **_noted(opened, events, form),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _asking(request, ground, opened, shown, form, 422)
    return redirect("desk:week_draft_repair", draft_id, asked.pk)


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def repair(request: HttpRequest, draft_id: UUID, question_id: UUID) -> HttpResponse:
    """The ways the engine found; taking one over is one move of the draft."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    asked = WeekQuestion.objects.get(pk=question_id, draft_id=draft_id)
    if request.method != "POST":
        return _answered(request, ground, opened, asked, None)
    form = TakeOverForm(request.POST)
    place = form.cleaned_data["alternative"] if form.is_valid() else len(asked.answers)
    if place >= len(asked.answers) or "schedule" not in asked.answers[place]:
        form.add_error(None, _("Choose one of the ways below."))
        return _answered(request, ground, opened, asked, form, 422)
    answer = asked.answers[place]
    seen = form.expected_version
    try:
        make_move(
            actor=actor_of(request), draft_id=draft_id,
            move=Adopt(answer["schedule"], take_over_words(ground, asked, answer)),
            seen=opened.head if seen is None else seen, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _answered(request, ground, opened, asked, form, 422)
    messages.success(request, _("Taken over. Publish the changes to tell those it moves."))
    return redirect("desk:week_draft", draft_id)


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
    if told is None or typed["offer"] >= len(told.offers):
        raise Http404
    question = _disruption(opened, []) | {
        "client": told.client,
        "service": told.service,
        "offer": told.offers[typed["offer"]].to_json(),
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
        ground = Ground.of(opened)
        shown = RepairForm(ground=ground, version=opened.head)
        return _asking(request, ground, opened, shown, form, 422)
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
    """What happened, from which slot on, and how near a promise may not be moved any more."""
    place = opened.clock.place(clock.now())
    day, slot = place if place else (0, 0)
    numbers = numbers_for(opened.draft.program_id, opened.draft.starts_on)
    hours = int(numbers["schedule_notice_hours"])
    return {
        "now": {"day": day, "slot": slot},
        "notice_slots": hours * 60 // opened.instance.grid.slot_minutes if place else 0,
        "events": events,
    }


def _asking(
    request: HttpRequest,
    ground: Ground,
    opened: OpenDraft,
    shown: RepairForm,
    refused: Any = None,
    status: int = 200,
) -> HttpResponse:
    questions = list(WeekQuestion.objects.filter(draft=opened.draft).order_by("-at"))
    page = repairs_page(ground, opened, questions, shown)
    return render(request, f"{ROOM}/repairs.html", {"page": page, "form": refused}, status=status)


def _answered(
    request: HttpRequest,
    ground: Ground,
    opened: OpenDraft,
    asked: WeekQuestion,
    form: TakeOverForm | None,
    status: int = 200,
) -> HttpResponse:
    is_open = opened.draft.state == WeekDraft.State.READY
    page = question_page(ground, asked, opened.head, may_move=is_open)
    if request.headers.get("HX-Target") == "answer":
        if page.is_thinking:
            return render(request, f"{ROOM}/_thinking.html", {"page": page})
        answer = HttpResponse(status=200)
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, f"{ROOM}/repair.html", {"page": page, "form": form}, status=status)
