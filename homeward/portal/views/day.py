"""The client's own day: what stands in it, what is empty, and two taps to fill an hour."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.dayplans import actions, queries
from homeward.dayplans.forms import (
    CopyForm,
    FillForm,
    MeetingsForm,
    OnDayForm,
    OwnThingForm,
    ShareForm,
    ThingForm,
    WeekLineForm,
)
from homeward.dayplans.models import WeekLine
from homeward.dayplans.told_before import suggestions_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.day import FURTHEST, DayPage, ListPage, PaperPage, SharingPage, WeekPage
from homeward.portal.own import Own

FIELDS = {
    "line_weekday_missing": "weekdays", "line_has_no_length": "ends", "line_kind_unknown": "kind",
    "line_label_missing": "label", "line_day_out_of_reach": "on", "list_label_missing": "label",
    "list_minutes_unclear": "minutes", "list_hours_unclear": "call_until",
}  # fmt: skip


def _door(**accesses: Access) -> Any:
    """One's own day and nobody else's."""
    return requires(RecordClass.LINKAGE, kinds=(CLIENT,), **accesses)


def _about(request: HttpRequest) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return {"actor": actor, "client_id": actor.client_id, "now": clock.now()}


def _done(form: ActionForm, perform: Callable[[], Any]) -> bool:
    """Whether it was done; a refusal becomes words on the form."""
    try:
        perform()
    except (NotAllowed, StaleVersion):
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            name = FIELDS.get(code)
            is_shown = name in form.fields and not form.fields[name].widget.is_hidden
            form.add_error(name if is_shown else None, words_for(code))
        return False
    return True


def _asked_day(request: HttpRequest, own: Own) -> date:
    try:
        on = date.fromisoformat(request.GET.get("on", own.today.isoformat()))
    except ValueError as fault:
        raise Http404 from fault
    if abs((on - own.today).days) > FURTHEST:
        raise Http404
    return on


def _to(on: date) -> HttpResponse:
    return redirect(f"{reverse('portal:day')}?on={on.isoformat()}")


@_door(get=Access.READ, post=Access.WRITE)
def day(request: HttpRequest) -> HttpResponse:
    """One day as a line of hours; a form writes something into this day alone."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    form = ThingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if _done(
            form,
            lambda: actions.add_thing(
                **_about(request), on=data["on"], starts=data["starts"], ends=data["ends"],
                kind=data["kind"], label=data["label"],
            ),
        ):  # fmt: skip
            messages.success(request, _("It stands in your day."))
            return _to(data["on"])
    on = _asked_day(request, own)
    if form.is_bound and form.cleaned_data.get("on"):
        on = form.cleaned_data["on"]
    page = DayPage.of(own, on, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/day.html", {"page": page}, status=status)


@_door(post=Access.WRITE)
def day_fill(request: HttpRequest) -> HttpResponse:
    """One choice for an empty hour."""
    form = FillForm(request.POST)
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    if form.is_valid():
        data = form.cleaned_data
        if _done(
            form,
            lambda: actions.fill_hour(**_about(request), on=data["on"], **data["choice"]),
        ):
            messages.success(request, _("Good. It stands in your day."))
            return _to(data["on"])
    messages.warning(request, _("That cannot be chosen now. Choose again."))
    page = DayPage.of(own, form.cleaned_data.get("on") or own.today)
    return render(request, "portal/day.html", {"page": page}, status=422)


@_door(post=Access.WRITE)
def day_thing_out(request: HttpRequest, day_thing_id: UUID) -> HttpResponse:
    """Take something out of a day again."""
    form = OnDayForm(request.POST)
    form.is_valid()
    actions.take_out(**_about(request), thing_id=day_thing_id)
    messages.success(request, _("It is out of your day."))
    return _to(form.cleaned_data.get("on") or clock.today())


@_door(post=Access.WRITE)
def day_line_off(request: HttpRequest, day_line_id: UUID) -> HttpResponse:
    """A line of the week does not stand on this one day, or stands again."""
    form = OnDayForm(request.POST)
    if not form.is_valid():
        rows = WeekLine.objects.for_actor(request.actor, Purpose.CLIENT_REQUEST)  # type: ignore[attr-defined]
        rows.get(pk=day_line_id)
        messages.warning(request, _("Choose again."))
        return redirect("portal:day")
    on = form.cleaned_data["on"]
    about = {**_about(request), "line_id": day_line_id, "on": on}
    if request.POST.get("act") == "back":
        actions.put_back(**about)
    elif not _done(form, lambda: actions.take_off(**about)):
        messages.warning(request, _("Choose a day from today on."))
        return redirect("portal:day")
    messages.success(request, _("Kept for this one day."))
    return _to(on)


@_door(get=Access.READ, post=Access.WRITE)
def day_week(request: HttpRequest) -> HttpResponse:
    """The week that stands behind every day."""
    form = WeekLineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = {name: form.cleaned_data[name] for name in form.fields if name != "form_version"}
        if _done(form, lambda: actions.add_to_week(**_about(request), **data)):
            messages.success(request, _("It stands in your week."))
            return redirect("portal:day_week")
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = WeekPage.of(own, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/day_week.html", {"page": page}, status=status)


@_door(post=Access.WRITE)
def day_line_end(request: HttpRequest, day_line_id: UUID) -> HttpResponse:
    """From today on the line does not stand any more."""
    actions.end_line(**_about(request), line_id=day_line_id)
    messages.success(request, _("It is out of your week from today on."))
    return redirect("portal:day_week")


@_door(get=Access.READ, post=Access.WRITE)
def day_list(request: HttpRequest) -> HttpResponse:
    """What does one good and whom one calls."""
    form = OwnThingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = {name: form.cleaned_data[name] for name in form.fields if name != "form_version"}
        data["minutes"] = data["minutes"] or 60
        if _done(form, lambda: actions.add_own(**_about(request), **data)):
            messages.success(request, _("It is on your list."))
            return redirect("portal:day_list")
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = ListPage.of(own, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/day_list.html", {"page": page}, status=status)


@_door(post=Access.WRITE)
def day_list_copy(request: HttpRequest) -> HttpResponse:
    """Take over the chosen lines of what was told before."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    standing = queries.list_of(own.actor, own.client.pk)
    form = CopyForm(request.POST, told=suggestions_for(own.actor, own.client, standing))
    if form.is_valid() and form.cleaned_data["keys"]:
        actions.copy_told(**_about(request), keys=form.cleaned_data["keys"])
        messages.success(request, _("They are on your list."))
    else:
        messages.warning(request, _("Choose at least one line."))
    return redirect("portal:day_list")


@_door(post=Access.WRITE)
def own_thing_off(request: HttpRequest, own_thing_id: UUID) -> HttpResponse:
    """It is offered no more."""
    actions.take_off_list(**_about(request), thing_id=own_thing_id)
    messages.success(request, _("It is off your list."))
    return redirect("portal:day_list")


@_door(get=Access.READ, post=Access.WRITE)
def day_sharing(request: HttpRequest) -> HttpResponse:
    """What the team sees, and which meetings are offered; each its own form."""
    about = _about(request)
    if request.method == "POST":
        form: ActionForm
        form = ShareForm(request.POST) if "shared" in request.POST else MeetingsForm(request.POST)
        if form.is_valid():
            if isinstance(form, ShareForm):
                actions.share_day(
                    actor=about["actor"], shared=form.cleaned_data["shared"], now=about["now"]
                )
            else:
                actions.choose_meetings(**about, meetings=form.cleaned_data["meetings"])
            messages.success(request, _("Kept. You can change it at any time."))
            return redirect("portal:day_sharing")
        messages.warning(request, _("That was not kept. Choose again."))
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/day_sharing.html", {"page": SharingPage.of(own)}, status=status)


@_door(get=Access.READ)
def day_paper(request: HttpRequest) -> HttpResponse:
    """Seven days on one sheet."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    return render(request, "portal/day_paper.html", {"page": PaperPage.of(own)})
