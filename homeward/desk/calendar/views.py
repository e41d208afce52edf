"""One's own calendar address: made, shown once, ended; and the words of a place."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import STAFF, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import open_to, requires
from homeward.core.refusals import Refusal
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.timetable import actions, words
from homeward.timetable.calendars import CalendarPlace, StaffFeed
from homeward.timetable.permissions import may_plan


class PlaceForm(ActionForm):
    """What calendars show as the place of a site."""

    site = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("Place in calendars"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("A plain address. Empty shows none."),
    )


@open_to((STAFF,), record_class=RecordClass.SCHEDULE)
def calendar(request: HttpRequest) -> HttpResponse:
    """Whether an address is open, since when, and when it was last read."""
    return _shown(request)


@open_to((STAFF,), methods=("POST",), record_class=RecordClass.SCHEDULE)
def make(request: HttpRequest) -> HttpResponse:
    """Make a new address and show it this one time."""
    secret = actions.open_staff_feed(actor=request.actor, now=clock.now())  # type: ignore[attr-defined]
    address = request.build_absolute_uri(reverse("portal:feed", args=[secret]))
    return _shown(request, address=address)


@open_to((STAFF,), methods=("POST",), record_class=RecordClass.SCHEDULE)
def end(request: HttpRequest) -> HttpResponse:
    """End one's address; calendars that know it read nothing any more."""
    try:
        actions.close_staff_feed(actor=request.actor, now=clock.now())  # type: ignore[attr-defined]
    except Refusal as refusal:
        messages.info(request, " ".join(words.refusal(code) for code in refusal.codes))
    else:
        messages.success(request, _("The address is ended. Calendars read nothing there now."))
    return redirect("desk:calendar")


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_plan)
def place(request: HttpRequest) -> HttpResponse:
    """Say what calendars show as the place of a site."""
    form = PlaceForm(request.POST)
    if form.is_valid():
        try:
            actions.say_calendar_place(
                actor=request.actor,  # type: ignore[attr-defined]
                site_id=form.cleaned_data["site"],
                words=form.cleaned_data["words"],
                now=clock.now(),
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("words", words.refusal(code))
        else:
            messages.success(request, _("Kept. Calendars show it from their next reading."))
            return redirect("desk:calendar")
    return _shown(request, place_form=form)


def _shown(request: HttpRequest, *, address: str = "", place_form: Any = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    feed = StaffFeed.objects.filter(worker_id=actor.worker_id, revoked_at=None).first()
    page = {
        "address": address,
        "form": ActionForm(),
        "since": _when(feed.made_at) if feed else "",
        "read": _when(feed.last_read_at) if feed and feed.last_read_at else "",
        "places": _places(actor, place_form) if may_plan(actor) else (),
    }
    context = {"page": page, "form": place_form}
    return render(
        request, "desk/calendar/calendar.html", context, status=422 if place_form else 200
    )


def _when(instant: Any) -> str:
    return date_format(timezone.localtime(instant), "j F H:i")


def _places(actor: Actor, typed: Any) -> tuple[tuple[str, PlaceForm], ...]:
    sites = Site.objects.order_by("name")
    if not any(grant.site_id is None for grant in actor.grants):
        sites = sites.filter(pk__in=actor.site_ids)
    said = dict(CalendarPlace.objects.values_list("site_id", "words"))
    return tuple(
        (
            site.name,
            typed
            if typed is not None and typed.data.get("site") == str(site.pk)
            else PlaceForm(
                initial={"site": site.pk, "words": said.get(site.pk, "")},
                auto_id=f"place_{site.code}_%s",
            ),
        )
        for site in sites
    )
