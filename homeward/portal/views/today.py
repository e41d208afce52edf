"""The first page of each kind of person, and the page for a bad moment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.policies import open_to, requires
from homeward.kernel.records import RecordClass
from homeward.portal.family import FamilyDay, release_family_day
from homeward.portal.guardian import to_sign_in
from homeward.portal.help import Help
from homeward.portal.officer import Report, release_report
from homeward.portal.own import Own
from homeward.portal.sharing import contact_ids_behind
from homeward.portal.today import Today
from homeward.released.models import Page
from homeward.released.queries import items_for

KINDS = (CLIENT, FAMILY, AGENCY)


def release_today(actor: Actor) -> None:
    """What a relative or an officer may be shown on their first page at this instant."""
    decide = release_family_day if actor.kind == FAMILY else release_report
    decide(actor, clock.now())


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=KINDS, releases=release_today)
def today(request: HttpRequest) -> HttpResponse:
    """The client's day; for others what was released to them just now, or nothing new."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.kind == CLIENT:
        return render(request, "portal/today.html", {"page": Today.of(Own.of(actor))})
    told = items_for(actor, Page.TODAY, clock.now())
    is_family = actor.kind == FAMILY
    page = FamilyDay.of(told) if is_family else Report.of(told, contact_ids_behind(actor))
    to_sign = to_sign_in(told)
    if page is None:
        facts = {"to_sign": to_sign, "is_family": is_family}
        return render(request, "portal/nothing_new.html", facts)
    name = "family" if is_family else "officer"
    return render(request, f"portal/{name}.html", {"page": page, "to_sign": to_sign})


@open_to(KINDS)
def not_okay(request: HttpRequest) -> HttpResponse:
    """Not okay right now: who answers at this hour. It reads nothing about anybody but oneself."""
    return render(request, "portal/help.html", {"page": Help.of(request.actor)})  # type: ignore[attr-defined]
