"""After care: in touch or not, the alumni, and the card for hard moments."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.aftercare import actions
from homeward.aftercare.cards import card_of
from homeward.aftercare.words import refusal
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.portal.after import AfterPage
from homeward.portal.after_forms import JoinForm, LeaveForm, TouchForm
from homeward.portal.own import Own

FIELDS = {"hours": "until_hour", "already_alumni": "signer_name", "still_in_care": "signer_name",
          "contact_stopped": "signer_name"}  # fmt: skip


def _own(request: HttpRequest) -> Own:
    return Own.of(request.actor)  # type: ignore[attr-defined]


def _page(request: HttpRequest, own: Own, **forms: ActionForm) -> HttpResponse:
    page = {"page": AfterPage.of(own), "touch": TouchForm(), "join": JoinForm(),
            "leave": LeaveForm(), **forms}  # fmt: skip
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "portal/after.html", page, status=status)


def _step(
    request: HttpRequest, name: str, form: ActionForm, perform: Callable[[Own], Any], done: str
) -> HttpResponse:
    """One form of the page; a refusal becomes words beside its field."""
    own = _own(request)
    if form.is_valid():
        try:
            perform(own)
        except StaleVersion:
            raise
        except Refusal as refused:
            for code in refused.codes:
                field = FIELDS.get(code, code)
                form.add_error(field if field in form.fields else None, refusal(code))
        else:
            messages.success(request, done)
            return redirect("portal:after")
    return _page(request, own, **{name: form})


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def after(request: HttpRequest) -> HttpResponse:
    """What is booked, whether we may be in touch, the alumni."""
    return _page(request, _own(request))


@requires(RecordClass.MESSAGES, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def touch(request: HttpRequest) -> HttpResponse:
    """Say whether and how we may be in touch."""
    if request.method != "POST":
        return redirect("portal:after")
    form = TouchForm(request.POST)
    return _step(
        request, "touch", form,
        lambda own: actions.say_contact_wish(
            actor=own.actor, client_id=own.client.pk, now=clock.now(), **form.values
        ),
        _("Kept. What you said last counts."),
    )  # fmt: skip


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.SIGN, kinds=(CLIENT,))
def join(request: HttpRequest) -> HttpResponse:
    """Sign the alumni paper."""
    if request.method != "POST":
        return redirect("portal:after")
    form = JoinForm(request.POST)
    return _step(
        request, "join", form,
        lambda own: actions.join_alumni(
            actor=own.actor, client_id=own.client.pk,
            signer_name=form.cleaned_data["signer_name"], now=clock.now(),
        ),
        _("You are one of the alumni. You can leave at any time."),
    )  # fmt: skip


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the alumni, at once."""
    if request.method != "POST":
        return redirect("portal:after")
    form = LeaveForm(request.POST)
    return _step(
        request, "leave", form,
        lambda own: actions.leave_alumni(
            actor=own.actor, client_id=own.client.pk, now=clock.now()
        ),
        _("You are out. No more messages of this kind."),
    )  # fmt: skip


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def card(request: HttpRequest) -> HttpResponse:
    """The card for hard moments; it names nobody."""
    own = _own(request)
    return render(request, "portal/card.html", {"page": card_of(own.actor, own.client)})
