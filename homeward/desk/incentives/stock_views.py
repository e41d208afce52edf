"""Cards and prizes: what is there, what two people do with it, and the month on paper."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.limits import count as count_tries
from homeward.core.policies import requires
from homeward.desk.incentives.client_views import ROOM, only_when_on
from homeward.desk.incentives.forms import CountForm, DeliveryForm, SecondForm, StockForm
from homeward.desk.incentives.pages.stock import MonthPage, RoomPage, title_of, told_of
from homeward.desk.medical.house import sites_of
from homeward.desk.steps import answer_step, back_to
from homeward.incentives import actions
from homeward.incentives.actions.settling import NotSettled
from homeward.incentives.models import Proposal, Stock
from homeward.incentives.reaching import sees_reason_of
from homeward.incentives.words import refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

MOST_TRIES = 10  # of a client's number at the door, by one worker in an hour


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _step(request: HttpRequest, form: Any, page: dict[str, Any], **how: Any) -> HttpResponse:
    only_when_on()
    return answer_step(
        request, form, template=f"{ROOM}/step.html",
        page={"back": back_to(_("Back"), reverse("desk:incentives")), **page},
        then=reverse("desk:incentives"), refusal_words=refusal, **how,
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ)
def incentives(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, what is owed, what is on the shelves."""
    only_when_on()
    actor = _actor(request)
    page = RoomPage.of(actor, sites_of(actor))
    return render(request, f"{ROOM}/room.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def new_stock(request: HttpRequest) -> HttpResponse:
    """A new kind of card or prize."""
    actor = _actor(request)
    form = StockForm(request.POST or None, sites=sites_of(actor))
    return _step(
        request, form, {"title": _("New card or prize"), "save": _("Add it")},
        fields={"stock_name": "name", "stock_face": "face"},
        done=_("Added. Its shelf is empty until a delivery is confirmed."),
        perform=lambda form: actions.begin_stock(
            actor=actor, site_id=UUID(form.cleaned_data["site"]), name=form.cleaned_data["name"],
            face_cents=form.cleaned_data["face"], now=clock.now(),
        ),
    )  # fmt: skip


def _stock(actor: Actor, stock_id: UUID) -> Stock:
    return Stock.objects.get(pk=stock_id, site__in=sites_of(actor))


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def delivery(request: HttpRequest, stock_id: UUID) -> HttpResponse:
    """What came, before a second person counts it in."""
    actor = _actor(request)
    stock = _stock(actor, stock_id)
    return _step(
        request, DeliveryForm(request.POST or None),
        {"title": _("Delivery"), "name": stock.name, "save": _("Write it down")},
        fields={"amount": "pieces"}, done=_("Written down. It waits for a second person."),
        perform=lambda form: actions.propose_delivery(
            actor=actor, stock_id=stock.pk, pieces=form.cleaned_data["pieces"], now=clock.now()
        ),
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def count(request: HttpRequest, stock_id: UUID) -> HttpResponse:
    """What lies on the shelf, counted by two."""
    actor = _actor(request)
    stock = _stock(actor, stock_id)
    return _step(
        request, CountForm(request.POST or None),
        {"title": _("Count"), "name": stock.name, "save": _("Write it down")},
        fields={"amount": "pieces", "proposal_reason": "reason"},
        done=_("Written down. It waits for a second person."),
        perform=lambda form: actions.propose_count(
            actor=actor, stock_id=stock.pk, pieces=form.cleaned_data["pieces"],
            reason=form.cleaned_data["reason"], now=clock.now(),
        ),
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def second(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """The second person compares and confirms, or sets it aside."""
    only_when_on()
    actor = _actor(request)
    rows = Proposal.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row = rows.select_related("client", "stock", "site", "proposed_by").get(pk=proposal_id)
    if not sees_reason_of(actor, row):
        raise Http404
    form = SecondForm(
        request.POST or None, version=row.version, with_client=row.kind == Proposal.Kind.HAND_OVER
    )
    return answer_step(
        request, form, template=f"{ROOM}/second.html",
        page={
            "title": title_of(row), "facts": told_of(actor, row),
            "is_settled": row.settled_at is not None,
            "is_own": row.proposed_by_id == actor.worker_id,
            "back": back_to(_("Back"), reverse("desk:incentives")),
        },
        perform=lambda form: _settle(request, row, form),
        done=_("Done."), then=reverse("desk:incentives"), refusal_words=refusal,
        fields={
            "initials_or_number": "initials", "initials_wrong": "initials",
            "number_wrong": "number", "number_tried": "number",
        },
    )  # fmt: skip


def _settle(request: HttpRequest, row: Proposal, form: Any) -> Proposal:
    actor, typed = _actor(request), form.cleaned_data
    # Six digits are soon tried through; the door asks no more of one hand either.
    if typed.get("number") and count_tries(request, f"number:{actor.worker_id}") > MOST_TRIES:
        raise NotSettled("number_tried")
    about: dict[str, Any] = {
        "actor": actor, "proposal_id": row.pk, "now": clock.now(),
        "expected_version": form.expected_version,
    }  # fmt: skip
    if typed["act"] == "decline":
        return actions.decline(**about)
    return actions.confirm(
        **about, initials=typed.get("initials", ""), number=typed.get("number", "")
    )


@requires(RecordClass.SCHEDULE, get=Access.READ)
def month(request: HttpRequest) -> HttpResponse:
    """One site's month, to be printed and signed by two."""
    only_when_on()
    sites = sites_of(_actor(request))
    wanted = request.GET.get("site", "")
    site = next((each for each in sites if str(each.pk) == wanted), sites[0] if sites else None)
    if site is None:
        raise Http404
    try:
        first = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        first = clock.today(site.time_zone).replace(day=1)
    page = MonthPage.of(site, sites, first)
    return render(request, f"{ROOM}/month.html", {"page": page})
