"""The first page of each kind of person, and the page for a bad moment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import AGENCY, CLIENT, FAMILY
from homeward.core.policies import open_to, requires
from homeward.kernel.records import RecordClass
from homeward.portal.family import FamilyDay
from homeward.portal.guardian import waiting_for
from homeward.portal.help import Help
from homeward.portal.officer import Report
from homeward.portal.own import Own
from homeward.portal.today import Today

KINDS = (CLIENT, FAMILY, AGENCY)


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=KINDS)
def today(request: HttpRequest) -> HttpResponse:
    """The client's day; for others what the client allows at this instant, or nothing new."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.kind == CLIENT:
        return render(request, "portal/today.html", {"page": Today.of(Own.of(actor))})
    page = FamilyDay.of(actor) if actor.kind == FAMILY else Report.of(actor)
    to_sign = waiting_for(actor, clock.now()) if actor.kind == FAMILY else ()
    if page is None:
        facts = {"to_sign": to_sign, "is_family": actor.kind == FAMILY}
        return render(request, "portal/nothing_new.html", facts)
    name = "family" if actor.kind == FAMILY else "officer"
    return render(request, f"portal/{name}.html", {"page": page, "to_sign": to_sign})


@open_to(KINDS)
def not_okay(request: HttpRequest) -> HttpResponse:
    """Not okay right now: who answers at this hour. It reads nothing about anybody but oneself."""
    return render(request, "portal/help.html", {"page": Help.of(request.actor)})  # type: ignore[attr-defined]
