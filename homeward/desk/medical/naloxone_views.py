"""Naloxone of the house: kits, counts, use. It says nothing of anybody."""

from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.medical.forms.doses import StockCheckForm, StockForm, UseForm
from homeward.desk.medical.house import HousePage, sites_of
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.medications import actions
from homeward.medications.refusal_words import refusal as refusal_words
from homeward.program.models import Site

ROOM = "desk/medical"


def _site(request: HttpRequest) -> tuple[Actor, Site, list[Site]]:
    """The site that the address asks for among those where the actor works; 404 for none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = sites_of(actor)
    if not sites:
        raise Http404
    asked = request.GET.get("site", "")
    return actor, next((each for each in sites if each.code == asked), sites[0]), sites


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def naloxone(request: HttpRequest) -> HttpResponse:
    """What is there; a count of one lot is sent from here."""
    actor, site, sites = _site(request)
    status = 200
    if request.method == "POST":
        form = StockCheckForm(request.POST)
        if form.is_valid():
            try:
                actions.check_stock(
                    actor=actor,
                    stock_id=form.cleaned_data["stock"],
                    site_id=site.pk,
                    counted=form.cleaned_data["counted"],
                    now=clock.now(),
                )
            except (NotAllowed, StaleVersion):
                raise
            except Refusal as refusal:
                for code in refusal.codes:
                    messages.error(request, refusal_words(code))
            else:
                messages.success(request, _("Counted."))
                return redirect(f"{reverse('desk:naloxone')}?site={site.code}")
        else:
            messages.error(request, _("Write how many kits are there, as a whole number."))
        status = 422
    page = HousePage.of(actor, site, clock.today(site.time_zone))
    facts = {"page": page, "sites": sites}
    return render(request, f"{ROOM}/naloxone.html", facts, status=status)


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def naloxone_stock(request: HttpRequest) -> HttpResponse:
    """Kits come into the house."""
    actor, site, _sites = _site(request)
    back = f"{reverse('desk:naloxone')}?site={site.code}"
    return answer_step(
        request,
        StockForm(request.POST or None),
        template=f"{ROOM}/stock.html",
        page={"site": site, "back": back_to(_("Back"), back)},
        perform=lambda form: actions.add_stock(
            actor=actor,
            site_id=site.pk,
            place=form.cleaned_data["place"],
            lot=form.cleaned_data["lot"],
            expires_on=form.cleaned_data["expires_on"],
            kits=form.cleaned_data["kits"],
            now=clock.now(),
        ),
        done=_("The kits are in the house."),
        then=back,
        refusal_words=refusal_words,
        fields={
            "naloxone_place_missing": "place",
            "naloxone_lot_missing": "lot",
            "naloxone_expired": "expires_on",
            "naloxone_kits_missing": "kits",
        },
    )


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE)
def naloxone_use(request: HttpRequest) -> HttpResponse:
    """Naloxone was given here: call first, then write."""
    actor, site, _sites = _site(request)
    back = f"{reverse('desk:naloxone')}?site={site.code}"
    page = HousePage.of(actor, site, clock.today(site.time_zone))

    def at(typed: time | None) -> datetime | None:
        zone = ZoneInfo(site.time_zone)
        return datetime.combine(clock.today(site.time_zone), typed, zone) if typed else None

    def perform(form: Any) -> Any:
        data = form.cleaned_data
        stock = data["stock"]
        return actions.record_use(
            actor=actor,
            site_id=site.pk,
            kits=data["kits"],
            place=data["place"],
            used_at=at(data["used_at"]) or clock.now(),
            emergency_called_at=at(data["called_at"]),
            not_called_because=data["not_called_because"],
            stock_id=UUID(stock) if stock else None,
            now=clock.now(),
        )

    return answer_step(
        request,
        UseForm(request.POST or None, lots=page.choices),
        template=f"{ROOM}/use.html",
        page={"site": site, "back": back_to(_("Back"), back)},
        perform=perform,
        done=_("Written down as an incident. Its report is due this shift."),
        then=back,
        refusal_words=refusal_words,
        fields={
            "naloxone_call_unsaid": "called_at",
            "naloxone_in_future": "used_at",
            "naloxone_place_missing": "place",
            "naloxone_kits_missing": "kits",
        },
    )
