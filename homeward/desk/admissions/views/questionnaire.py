"""Answering a questionnaire, saving it for later, and reading its result."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.questionnaire import QuestionnaireForm, initial_of
from homeward.desk.admissions.pages.questionnaire import Questionnaire, Result
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.refusing import say_no
from homeward.instruments import library
from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response
from homeward.instruments.queries import latest_response
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

LATER = "later"


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def questionnaire(request: HttpRequest, client_id: UUID, instrument: str) -> HttpResponse:
    """Any shipped questionnaire, from its definition; what is saved for later is kept."""
    return _ask(request, client_id, instrument, "desk:questionnaire")


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def nursing_scale(request: HttpRequest, client_id: UUID, scale: str) -> HttpResponse:
    """A withdrawal scale, taken by whoever writes the medical record; no other questionnaire."""
    if scale not in library.NURSING:
        raise Http404
    return _ask(request, client_id, scale, "desk:nursing_scale")


def _ask(request: HttpRequest, client_id: UUID, instrument: str, route: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if instrument not in library.instrument_ids():
        raise Http404
    definition = library.instrument(instrument)
    if not definition.meta["items_embedded_verbatim"]:
        raise Http404
    client = client_of(actor, client_id)
    latest = latest_response(actor, client, instrument)
    kept = latest.answers if latest is not None and not latest.is_handed_in else {}
    form = QuestionnaireForm(
        request.POST or None, instrument=definition, initial=initial_of(definition, kept)
    )
    later = request.POST.get("then") == LATER
    if request.method == "POST" and form.is_valid() and _may_go(form, later):
        try:
            response = answer_instrument(
                actor=actor,
                client_id=client_id,
                instrument=instrument,
                answers=form.answers(),
                is_handed_in=not later,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            if later and not response.safety:
                messages.success(request, _("Saved. Go on whenever you can."))
                return redirect(route, client_id, instrument)
            return redirect("desk:response", response.pk)
    address = reverse(route, args=[client_id, instrument])
    page = Questionnaire.of(client, definition, form, latest, address, way_back(actor, client))
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/questionnaire.html", {"page": page}, status=status)


def _may_go(form: QuestionnaireForm, later: bool) -> bool:
    """Saving needs nothing; handing in names what is missing once, and is then believed."""
    return later or form.cleaned_data["missing_is_right"] or not form.name_missing()


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def response(request: HttpRequest, response_id: UUID) -> HttpResponse:
    """One questionnaire as it was kept, with its scores and what they ask for."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT)
    row = rows.select_related("client", "taken_by").get(pk=response_id)
    client = client_of(actor, row.client_id)
    page = Result.of(actor, row, way_back(actor, client))
    return render(request, "desk/admissions/response.html", {"page": page})
