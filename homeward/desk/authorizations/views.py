"""What payers allow: who needs one, one request, its answer, its end."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.coverage import authorizing
from homeward.coverage.authorized import authorizations_of, payer_numbers
from homeward.desk.authorizations.forms import AnswerForm, EndForm, RequestForm
from homeward.desk.authorizations.levels import level_choices
from homeward.desk.authorizations.listing import ListPage, newest_level
from homeward.desk.authorizations.pages import AuthorizationPage
from homeward.desk.benefits.pages import back, client_named
from homeward.desk.clients.reach import name_for
from homeward.desk.steps import answer_step
from homeward.kernel.records import RecordClass

ROOM = "desk/authorizations"
FIELDS = {
    "authorization_reversed": "last_on",
    "week_reversed": "week_least",
    "nothing_allowed": "units",
    "number_missing": "number",
    "authorized_already": "starts_on",
    "not_an_answer": "state",
    "letter_ahead": "decided_on",
}
USUAL_DAYS = 20


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.CLAIMS, get=Access.READ)
def authorizations(request: HttpRequest) -> HttpResponse:
    """Who has none, whose runs out, who waits for an answer."""
    page = ListPage.of(_actor(request), clock.today())
    return render(request, f"{ROOM}/list.html", {"page": page})


@requires(RecordClass.CLAIMS, get=Access.READ)
def authorization(request: HttpRequest, authorization_id: UUID) -> HttpResponse:
    """One of them, with what is left and what to do next."""
    return _shown(request, authorization_id)


@requires(RecordClass.CLAIMS, post=Access.WRITE)
def answer(request: HttpRequest, authorization_id: UUID) -> HttpResponse:
    """The payer answered."""
    form = AnswerForm(request.POST, auto_id="answer_%s")
    return _done(
        request, authorization_id, form, _("Recorded. The planned week reads it."),
        lambda: authorizing.answer_authorization(
            actor=_actor(request), authorization_id=authorization_id, answer=form.answer(),
            now=clock.now(), expected_version=form.expected_version,
        ),
    )  # fmt: skip


@requires(RecordClass.CLAIMS, post=Access.WRITE)
def end(request: HttpRequest, authorization_id: UUID) -> HttpResponse:
    """It ends earlier than was said."""
    form = EndForm(request.POST, auto_id="end_%s")
    return _done(
        request, authorization_id, form, _("It ends on that day."),
        lambda: authorizing.end_authorization(
            actor=_actor(request), authorization_id=authorization_id, now=clock.now(),
            last_on=form.cleaned_data["last_on"], why=form.cleaned_data["why"],
            expected_version=form.expected_version,
        ),
    )  # fmt: skip


@requires(RecordClass.CLAIMS, get=Access.WRITE, post=Access.WRITE)
def request_new(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Ask the payer; what is known from the last one stands in the form already."""
    actor, today = _actor(request), clock.today()
    client = client_named(actor, client_id)
    form = RequestForm(
        request.POST or None,
        levels=level_choices(),
        initial=_begun(actor, client_id, today),
    )
    return answer_step(
        request,
        form,
        template=f"{ROOM}/new.html",
        page={"name": name_for(actor, client), "back": back(client)},
        perform=lambda _form: authorizing.request_authorization(
            actor=actor, client_id=client_id, now=clock.now(), **form.told()
        ),
        done=_("Written down. It allows nothing until the payer answers."),
        then=reverse("desk:benefits", args=[client_id]),
        refusal_words=words_for,
        fields=FIELDS,
    )


def _begun(actor: Actor, client_id: UUID, today: date) -> dict[str, Any]:
    held = [row for row in authorizations_of(actor, client_id) if row.state != "denied"]
    last = held[0] if held else None
    days = USUAL_DAYS
    if last is not None:
        numbers = payer_numbers([last.coverage.payer_id], ["authorized_days"], today)
        days = int(numbers[last.coverage.payer_id, "authorized_days"])
    level = newest_level(client_id) or (last.level_code if last else "")
    return RequestForm.begun(last, level, days, today)


def _done(
    request: HttpRequest, authorization_id: UUID, form: Any, said: str, perform: Any
) -> HttpResponse:
    if form.is_valid():
        try:
            perform()
        except (StaleVersion, NotAllowed):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                field = FIELDS.get(code)
                form.add_error(field if field in form.fields else None, words_for(code))
        else:
            messages.success(request, said)
            return redirect("desk:authorization", authorization_id)
    return _shown(request, authorization_id, form)


def _shown(request: HttpRequest, authorization_id: UUID, form: Any = None) -> HttpResponse:
    page = AuthorizationPage.of(_actor(request), authorization_id, clock.today(), form)
    status = 422 if form is not None else 200
    context = {"page": page, "form": form}
    return render(request, f"{ROOM}/authorization.html", context, status=status)
