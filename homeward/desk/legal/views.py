"""The script for whoever answers the door, and the desk of those who decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.consents import actions
from homeward.consents.models import LegalInstrument, LegalRelease, LegalRequest
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import STAFF, Actor
from homeward.core.components import Act
from homeward.core.policies import open_to, requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.views.small import small_page
from homeward.desk.legal import forms
from homeward.desk.legal.pages import WORDS_OF_TYPE, RequestPage, lines_of
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.staff.models import Worker

ROOM = "desk/legal"


@open_to((STAFF,), methods=("GET", "POST"), record_class=RecordClass.CONSENTS)
def legal_script(request: HttpRequest) -> HttpResponse:
    """What anybody here says to police, lawyers and callers, and where it is written down."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = forms.ReceptionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.receive_legal_request(
                actor=actor,
                site_id=Worker.objects.get(pk=actor.worker_id).site_id,
                **{key: value for key, value in data.items() if key != "form_version"},
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("Written down. Those who decide will see it."))
            return redirect("desk:legal_script")
    decides = may(actor.roles, RecordClass.CONSENTS, Access.APPROVE)
    desk = Act(_("Legal requests"), reverse("desk:legal_requests")) if decides else None
    facts = {"form": form, "desk": desk}
    return render(request, f"{ROOM}/script.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.APPROVE)
def legal_requests(request: HttpRequest) -> HttpResponse:
    """Every request, open ones first."""
    lines = lines_of(request.actor)  # type: ignore[attr-defined]
    return render(request, f"{ROOM}/list.html", {"lines": lines})


@requires(RecordClass.CONSENTS, get=Access.APPROVE)
def legal_request(request: HttpRequest, legal_request_id: UUID) -> HttpResponse:
    """One request, and which half is missing."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = RequestPage.of(actor, _request(actor, legal_request_id))
    return render(request, f"{ROOM}/request.html", {"page": page})


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_link(request: HttpRequest, legal_request_id: UUID) -> HttpResponse:
    """Whose record it is about; nobody outside is told."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _request(actor, legal_request_id)
    form = forms.LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rows = Client.objects.for_actor(actor, Purpose.OPERATIONS)
        client = rows.filter(chart_number__iexact=form.cleaned_data["chart_number"].strip()).first()
        if client is None:
            form.add_error("chart_number", _("No chart within your reach has this number."))
        else:
            try:
                actions.link_legal_request(
                    actor=actor, request_id=row.pk, client_id=client.pk, now=clock.now()
                )
            except Refusal as refusal:
                say_no(form, refusal)
            else:
                return redirect("desk:legal_request", row.pk)
    facts = {
        "form": form,
        "title": _("Whose record it is about"),
        "lead": _("This stays inside. Who asked is told nothing by it."),
        "save": _("Say so"),
        "back": _back(row.pk),
        "danger": False,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/small.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_paper_new(request: HttpRequest, legal_request_id: UUID) -> HttpResponse:
    """A court paper as it reads."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _request(actor, legal_request_id)
    form = forms.PaperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = {key: value for key, value in form.cleaned_data.items() if key != "form_version"}
        try:
            actions.enter_instrument(actor=actor, request_id=row.pk, **data, now=clock.now())
        except Refusal as refusal:
            say_no(form, refusal, {"description_missing": "classes"})
        else:
            return redirect("desk:legal_request", row.pk)
    facts = {"form": form, "back": _back(row.pk), "here": request.path}
    return render(request, f"{ROOM}/paper.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_verify(request: HttpRequest, instrument_id: UUID) -> HttpResponse:
    """One of the two who look."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = LegalInstrument.objects.for_actor(actor, Purpose.OPERATIONS)
    paper = rows.get(pk=instrument_id)
    return small_page(
        request,
        forms.VerificationForm(request.POST or None),
        title=_("Verify: %(what)s") % {"what": WORDS_OF_TYPE[paper.type]},
        lead=_("Two different people look at every paper, each for themselves."),
        save=_("I made sure"),
        back=_back(paper.request_id),
        done=_("Your word is on it."),
        perform=lambda data: actions.verify_instrument(
            actor=actor, instrument_id=instrument_id, how=data["how"], now=clock.now()
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_propose(request: HttpRequest, legal_request_id: UUID) -> HttpResponse:
    """The first of two people."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _request(actor, legal_request_id)
    return small_page(
        request,
        forms.ProposalForm(request.POST or None),
        title=_("Propose to hand over"),
        lead=_("Only what the order names can leave; a second person releases it."),
        save=_("Propose"),
        back=_back(row.pk),
        done=_("Proposed. A second person must release it."),
        fields={"description_missing": "classes"},
        perform=lambda data: actions.propose_release(
            actor=actor, request_id=row.pk, classes=data["classes"], now=clock.now()
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_release(request: HttpRequest, release_id: UUID) -> HttpResponse:
    """The second person."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = LegalRelease.objects.for_actor(actor, Purpose.OPERATIONS)
    proposal = rows.get(pk=release_id)
    return small_page(
        request,
        forms.ReleaseForm(request.POST if request.method == "POST" else None),
        title=_("Release to the court"),
        lead=_("It is decided again at this instant, part by part, and written in the ledger."),
        save=_("Release"),
        danger=True,
        back=_back(proposal.request_id),
        done=_("Released, as far as the order goes. The ledger says what."),
        perform=lambda data: actions.release_to_court(
            actor=actor, release_id=release_id, now=clock.now()
        ),
    )


@requires(RecordClass.CONSENTS, get=Access.APPROVE, post=Access.APPROVE)
def legal_close(request: HttpRequest, legal_request_id: UUID) -> HttpResponse:
    """How it ended."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _request(actor, legal_request_id)
    return small_page(
        request,
        forms.ClosingForm(request.POST or None),
        title=_("Close the request"),
        save=_("Close"),
        back=_back(row.pk),
        done=_("Closed."),
        perform=lambda data: actions.close_legal_request(
            actor=actor, request_id=row.pk, outcome=data["outcome"], now=clock.now()
        ),
    )


def _request(actor: Actor, pk: UUID) -> LegalRequest:
    rows = LegalRequest.objects.for_actor(actor, Purpose.OPERATIONS)
    return rows.select_related("client", "received_by").get(pk=pk)  # type: ignore[no-any-return]


def _back(pk: UUID) -> Act:
    return Act(_("The request"), reverse("desk:legal_request", args=[pk]))
