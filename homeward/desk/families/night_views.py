"""Family nights as the house sets them: dates, a sum of who comes, no names."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.families.forms import NightForm, OffForm
from homeward.desk.families.pages import night_rows, other_lists
from homeward.desk.refusing import say_no
from homeward.families import actions
from homeward.families.actions.nights import sets_nights
from homeward.families.actions.refusals import NightOver
from homeward.kernel.records import RecordClass
from homeward.program.models import Site

FIELDS = {
    "night_title_missing": "title", "night_place_missing": "place", "night_time_ahead": "on",
    "night_runs_backwards": "ends",
}  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE, post_if=sets_nights)
def house_nights(request: HttpRequest) -> HttpResponse:
    """The evenings ahead, and a form to set one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = Site.objects.order_by("name")
    if actor.site_ids:
        sites = sites.filter(pk__in=actor.site_ids)
    form = NightForm(request.POST or None, sites=sites)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        site = sites.get(pk=data["site"])
        zone = ZoneInfo(site.time_zone)
        try:
            actions.make_night(
                actor=actor, site_id=site.pk, title=data["title"], about=data["about"],
                place=data["place"], starts_at=datetime.combine(data["on"], data["starts"], zone),
                ends_at=datetime.combine(data["on"], data["ends"], zone), now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Set. Every relative with an account finds it."))
            return redirect("desk:house_nights")
    facts = {
        "nights": night_rows(actor, clock.now()),
        "form": form if sets_nights(actor) else None,
        "off": OffForm(),
        "lists": other_lists(actor, "desk:house_nights"),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/families/nights.html", facts, status=status)


@requires(RecordClass.SCHEDULE, post=Access.WRITE, post_if=sets_nights)
def house_night_off(request: HttpRequest, night_id: UUID) -> HttpResponse:
    """Call one off."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    OffForm(request.POST).is_valid()
    try:
        actions.cancel_night(actor=actor, night_id=night_id, now=clock.now())
    except NightOver:
        messages.error(request, _("This night is over or called off."))
    else:
        messages.success(request, _("Called off."))
    return redirect("desk:house_nights")
