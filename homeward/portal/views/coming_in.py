"""Getting in with a card or with this phone's number: pages that say nothing of whose they are.

Whatever was wrong is answered alike, by the same page. No address or title names anybody, and
nothing that was typed is written into a page again.
"""

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from homeward.core import clock
from homeward.core.actors import AGENCY, CLIENT, FAMILY
from homeward.core.limits import is_beyond
from homeward.core.policies import open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.core.returning import way_back
from homeward.doorways import actions
from homeward.doorways.confirming import ByDigits, comes_by_passkey
from homeward.doorways.looks import looks_of
from homeward.doorways.queries import is_known
from homeward.doorways.session import CLAIM, come_in, keep_secret, secret_of
from homeward.kernel.records import RecordClass
from homeward.portal.door_forms import CardForm, ChooseForm, NumberForm
from homeward.portal.neutral import neutral_frame

# The most from one address, the most from all, in an hour.
CARDS, NUMBERS = (30, 1500), (60, 4000)
OWNERS = (CLIENT, FAMILY, AGENCY)
HOME = "portal:today"
_open = {"methods": ("GET", "POST"), "record_class": RecordClass.SCHEDULE, "once": False}


@open_to(**_open)  # type: ignore[arg-type]
def enter(request: HttpRequest) -> HttpResponse:
    """On a device that is known: its number and nothing else. On any other: the card."""
    secret = secret_of(request)
    now = clock.now()
    if request.actor.kind in OWNERS:  # type: ignore[attr-defined]
        return redirect(HOME)
    if not is_known(secret, now):
        return _card(request)
    form = NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if is_beyond(request, "door-number", *NUMBERS):
            return _busy(request)
        device = actions.enter_with_pin(
            actor=request.actor,  # type: ignore[attr-defined]
            secret=secret,
            pin=form.cleaned_data["pin"],
            now=now,
        )
        if device is None:
            return redirect("/in/?again=1")
        come_in(request, device.doorway.account, device)
        response = redirect(HOME)
        keep_secret(response, secret)
        return response
    return _shown(request, "portal/door_number.html", form)


@open_to(OWNERS, methods=("GET", "POST"), record_class=RecordClass.SCHEDULE, once=False)
def again(request: HttpRequest) -> HttpResponse:
    """This phone's number or passkey once more, then on to what was asked."""
    where = way_back(request.GET.get("next"), reverse(HOME))
    account: Any = request.user
    to = urlencode({"next": where})
    if account.has_usable_password():
        return redirect(f"{reverse('account_reauthenticate')}?{to}")
    if comes_by_passkey(request):
        return redirect(f"{reverse('mfa_reauthenticate_webauthn')}?{to}")
    form = NumberForm(request.POST or None)
    signer = ByDigits(request)
    if form.is_valid():
        if signer.check_password(form.cleaned_data["pin"]):
            record_authentication(request, account, method="device", reauthenticated=True)
            return redirect(where)
        form.add_error("pin", signer.refusal)
    return _shown(request, "portal/door_again.html", form)


@open_to(**_open)  # type: ignore[arg-type]
def card(request: HttpRequest) -> HttpResponse:
    """The two lines of a card, on whatever phone or computer."""
    if request.actor.kind in OWNERS:  # type: ignore[attr-defined]
        return redirect(HOME)
    return _card(request)


@open_to(**_open)  # type: ignore[arg-type]
def choose(request: HttpRequest) -> HttpResponse:
    """How to come back on this device: a number, or a passkey."""
    held = str(request.session.get(CLAIM, ""))
    if not held:
        return redirect("door:card")
    facts = {"actor": request.actor, "card_id": UUID(held), "now": clock.now()}  # type: ignore[attr-defined]
    facts["looks"] = looks_of(request.headers.get("user-agent", ""))
    form = ChooseForm(request.POST if "pin" in request.POST else None)
    former = secret_of(request)
    try:
        if request.method == "POST" and "passkey" in request.POST:
            device = actions.keep_passkey_device(**facts)
            come_in(request, device.doorway.account, device)
            return redirect("mfa_add_webauthn")
        if form.is_valid():
            device, secret = actions.keep_pin_device(
                **facts, pin=form.cleaned_data["pin"], former_secret=former
            )
            come_in(request, device.doorway.account, device)
            response = redirect(HOME)
            keep_secret(response, secret)
            return response
    except actions.PinRefused as refusal:
        form.add_error("pin", words_for(refusal.codes[0]))
    except Refusal:
        request.session.pop(CLAIM, None)
        return redirect("/in/card/?again=1")
    return _shown(request, "portal/door_choose.html", form)


def _card(request: HttpRequest) -> HttpResponse:
    form = CardForm(request.POST if "code" in request.POST else None)
    if form.is_valid():
        if is_beyond(request, "door-card", *CARDS):
            return _busy(request)
        found = actions.redeem_card(
            actor=request.actor,  # type: ignore[attr-defined]
            user_name=form.cleaned_data["name"],
            code=form.cleaned_data["code"],
            now=clock.now(),
        )
        if found is None:
            return redirect("/in/card/?again=1")
        request.session.cycle_key()
        request.session[CLAIM] = str(found.pk)
        return redirect("door:choose")
    return _shown(request, "portal/door_card.html", form)


def _shown(request: HttpRequest, template: str, form: object) -> HttpResponse:
    facts = {"form": form, "again": "again" in request.GET, "shell": neutral_frame(request)}
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, template, facts, status=status)


def _busy(request: HttpRequest) -> HttpResponse:
    facts = {"shell": neutral_frame(request)}
    return render(request, "portal/door_busy.html", facts, status=429)
