"""A client's medical page, one medicine, and what is written about either."""

from typing import Any
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
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.chart.frame import chart_frame, reach_client
from homeward.desk.medical.forms.base import About
from homeward.desk.medical.forms.doses import ReconcileForm, TakenForm
from homeward.desk.medical.matters import CERTIFICATION, MATTERS
from homeward.desk.medical.medicine import medicine_page
from homeward.desk.medical.record import medical_page
from homeward.desk.medical.steps import Step
from homeward.desk.medical.told import told_in_assessment
from homeward.desk.medical.turns import TURNS
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.medications import actions, queries
from homeward.medications.queries import medicine as one_medicine
from homeward.medications.reaching import client_for
from homeward.medications.refusal_words import refusal as refusal_words
from homeward.medications.rights import prescribes
from homeward.people.queries import reaches

ROOM = "desk/medical"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined, no-any-return]


@requires(RecordClass.MEDICAL, get=Access.READ)
def chart_medical(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A client's medical page in their record."""
    frame = chart_frame(request, client_id, tab="desk:chart_medical")
    actor = _actor(request)
    if not reaches(actor, frame.client, RecordClass.MEDICAL):
        return render(request, f"{ROOM}/closed.html", {"frame": frame})
    page = medical_page(actor, frame, clock.now())
    return render(request, f"{ROOM}/record.html", {"frame": frame, "page": page})


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def medical_write(request: HttpRequest, client_id: UUID, matter: str) -> HttpResponse:
    """One thing written about a client's body."""
    step = MATTERS.get(matter)
    if step is None:
        raise Http404
    return _client_step(request, client_id, step)


@requires(
    RecordClass.MEDICAL, get=Access.SIGN, post=Access.SIGN, get_if=prescribes, post_if=prescribes
)
def certification(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A physician states that this care is needed."""
    return _client_step(request, client_id, CERTIFICATION, Access.SIGN)


def _client_step(
    request: HttpRequest, client_id: UUID, step: Step, to: Access = Access.WRITE
) -> HttpResponse:
    actor = _actor(request)
    client_for(actor, client_id, to=to)
    client = reach_client(actor, client_id)
    about = About(actor, client, clock.now())
    back = reverse("desk:chart_medical", args=[client_id])
    return _answer(request, step, about, back, client.short_name)


@requires(RecordClass.MEDICAL, get=Access.READ)
def medicine(request: HttpRequest, medication_id: UUID) -> HttpResponse:
    """One medicine with its doses and its history."""
    actor = _actor(request)
    page = medicine_page(actor, one_medicine(actor, medication_id), clock.now())
    return render(request, f"{ROOM}/medicine.html", {"page": page})


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def medicine_turn(request: HttpRequest, medication_id: UUID, turn: str) -> HttpResponse:
    """One thing that happens to a medicine."""
    step = TURNS.get(turn)
    if step is None:
        raise Http404
    actor = _actor(request)
    row = one_medicine(actor, medication_id, Access.WRITE)
    about = About(actor, row.client, clock.now(), row)
    back = reverse("desk:medicine", args=[row.pk])
    return _answer(request, step, about, back, f"{row.name} {row.dose}", row.version)


def _answer(
    request: HttpRequest,
    step: Step,
    about: About,
    back: str,
    heading: str,
    version: int | None = None,
) -> HttpResponse:
    form = step.form(request.POST or None, about=about, version=version)
    page: dict[str, Any] = {
        "step": step,
        "heading": heading,
        "back": back_to(_("Back"), back),
    }
    return answer_step(
        request,
        form,
        template=f"{ROOM}/step.html",
        page=page,
        perform=step.perform,
        done=str(step.done),
        then=back,
        refusal_words=refusal_words,
        fields=step.fields,
    )


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def reconciliation(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The whole list gone through with the client."""
    actor = _actor(request)
    client_for(actor, client_id)
    client = reach_client(actor, client_id)
    listed = [row for row in queries.medicines_of(actor, client_id) if row.ended_on is None]
    back = reverse("desk:chart_medical", args=[client_id])
    moment = queries.moment_asked(client_id)
    form = ReconcileForm(request.POST or None, medicines=listed, initial={"moment": moment})
    return answer_step(
        request,
        form,
        template=f"{ROOM}/reconciliation.html",
        page={
            "client": client,
            "back": back_to(_("Back"), back),
            "has_list": bool(listed),
            "told": told_in_assessment(actor, client),
        },
        perform=lambda _sent: actions.reconcile(
            actor=actor,
            client_id=client_id,
            moment=form.cleaned_data["moment"],
            said=form.said,
            takes_nothing=form.cleaned_data["takes_nothing"],
            interactions_by=form.cleaned_data["interactions_by"],
            interactions_source=form.cleaned_data["interactions_source"],
            note=form.cleaned_data["note"],
            now=clock.now(),
        ),
        done=_("The list has been gone through."),
        then=back,
        refusal_words=refusal_words,
        fields={
            "reconciled_nothing_unsaid": "takes_nothing",
            "reconciled_nothing_wrong": "takes_nothing",
            "reconciled_moment_unknown": "moment",
            "reconciled_interactions_unsourced": "interactions_source",
        },
    )


@requires(RecordClass.MEDICAL, post=Access.SIGN, post_if=prescribes)
def order_signature(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """The prescriber signs an order that was taken from their mouth."""
    form = TakenForm(request.POST)
    form.is_valid()
    try:
        order = actions.sign_order(
            actor=_actor(request), order_id=order_id, now=clock.now(),
            expected_version=form.expected_version,
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        if refusal.codes == ("stale_version",):
            raise
        for code in refusal.codes:
            messages.error(request, refusal_words(code))
        order = queries.order(_actor(request), order_id)
    else:
        messages.success(request, _("Signed."))
    return redirect("desk:chart_medical", order.client_id)
