"""The hours page: whose week falls short, and the offers that mend it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.attendance import words
from homeward.attendance.actions import answer_offer, offer_make_ups, withdraw_offer
from homeward.attendance.models import MakeUpOffer
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.choosing import chosen_week
from homeward.desk.guard.forms import AnswerForm, OfferForm
from homeward.desk.guard.pages import GuardPage
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

ROUTE = "desk:guard"


@requires(RecordClass.SCHEDULE, get=Access.READ)
def guard(request: HttpRequest) -> HttpResponse:
    """Tomorrow's and this week's shortfalls, what is offered, and how good the forecasts are."""
    return _shown(request)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def offers(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Offer the places that mend a client's week."""
    actor = request.actor  # type: ignore[attr-defined]
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if not episodes.filter(client_id=client_id, ended_at=None).exists():
        raise Http404
    form = OfferForm(request.POST)
    if not form.is_valid():
        return _shown(request, form)
    try:
        made = offer_make_ups(
            actor=actor,
            client_id=client_id,
            session_ids=form.cleaned_data["sessions"],
            now=clock.now(),
        )
    except Refusal as refusal:
        return _refused(request, form, refusal)
    told = made[0].told_by
    said = ngettext("%d place is offered.", "%d places are offered.", len(made)) % len(made)
    how = (
        _("It waits on the client's own page.") if told == "note" else _("A short notice goes out.")
    )
    messages.success(request, f"{said} {how}")
    return redirect(_address(form))


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def answer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """Write down what the client said to what was offered together, or take it back."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = MakeUpOffer.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    offer = rows.get(pk=offer_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, form)
    # The form answers for the client of the address, never for another one named inside it.
    together = {each for each, _version in form.cleaned_data["offers"]}
    if offer_id not in together or len(together) != (
        rows.filter(pk__in=together, client_id=offer.client_id).count()
    ):
        raise Http404
    said = form.cleaned_data["answer"]
    now = clock.now()
    try:
        for each, version in form.cleaned_data["offers"]:
            about = {"actor": actor, "offer_id": each, "now": now, "expected_version": version}
            if said == "withdrawn":
                withdraw_offer(**about)
            else:
                answer_offer(accepted=said == "accepted", **about)
    except StaleVersion:
        raise
    except Refusal as refusal:
        return _refused(request, form, refusal)
    told = {
        "accepted": _("Taken, for this one time."),
        "declined": _("Written down: the client said no."),
        "withdrawn": _("Taken back."),
    }
    messages.success(request, told[said])
    return redirect(_address(form))


def _refused(request: HttpRequest, form: Any, refusal: Refusal) -> HttpResponse:
    for code in refusal.codes:
        form.add_error(None, words.refusal(code))
    return _shown(request, form)


def _address(form: Any) -> str:
    week = form.cleaned_data.get("week", "")
    return f"{reverse(ROUTE)}?week={week}" if week else reverse(ROUTE)


def _shown(request: HttpRequest, form: Any = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    asked = {**request.GET.dict(), **({"week": form.data.get("week", "")} if form else {})}
    # On the last day of a week the one that begins tomorrow is the one that can be mended.
    chosen = chosen_week(actor, asked, ROUTE, days_ahead=1)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    page = GuardPage.of(actor, chosen, clock.now())
    context = {"page": page, "form": form}
    return render(request, "desk/guard/guard.html", context, status=422 if form else 200)
