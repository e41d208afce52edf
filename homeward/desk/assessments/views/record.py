"""A client's assessments, the review, the signatures, and what is added beneath."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.assessments import actions
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment
from homeward.assessments.queries import (
    addenda_of,
    assessment_in_full,
    assessments_of,
    open_assessment_of,
)
from homeward.assessments.signing import digest_of, held_on, pages_of, readiness_to_sign
from homeward.assessments.told import told_before
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.clock import local_day
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.reaching import client_of, way_back
from homeward.desk.assessments.forms import AssessmentAddendumForm, BeginForm
from homeward.desk.assessments.pages.index import carried_codes, index_of
from homeward.desk.assessments.pages.record import assessments_table, record_page
from homeward.desk.clients.reach import name_for
from homeward.desk.notes.forms import SignForm
from homeward.desk.notes.freshness import confirmed_at, is_fresh
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE)
def client_assessments(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """A client's assessments; sending begins one, or goes on with the open one."""
    actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        begun = actions.start_assessment(actor=actor, client_id=client_id, now=clock.now())
        first = edition(begun.edition).domains[0].code
        return redirect("desk:assessment_page", begun.pk, first)
    writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
    facts = {
        "client": client,
        "table": assessments_table(assessments_of(actor, client_id)),
        "has_open": open_assessment_of(actor, client_id) is not None,
        "form": form if writes else None,
        "back": way_back(actor, client),
    }
    return render(request, "desk/assessments/list.html", facts)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def assessment(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """The review before signing; the record once it is signed."""
    return _shown(request, assessment_id)


@requires(RecordClass.ASSESSMENT, post=Access.SIGN)
def signature(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """The clinician signs; from then on the assessment is what it is."""
    return _signed(request, assessment_id, Access.SIGN, actions.sign_assessment, "sign_form")


@requires(RecordClass.ASSESSMENT, post=Access.APPROVE)
def cosignature(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """A supervisor's second signature."""
    return _signed(request, assessment_id, Access.APPROVE, actions.cosign_assessment, "cosign_form")


@requires(RecordClass.ASSESSMENT, post=Access.SIGN)
def addenda(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Write something beneath a signed assessment."""
    form = AssessmentAddendumForm(request.POST)
    if form.is_valid():
        try:
            actions.add_addendum(
                actor=request.actor,  # type: ignore[attr-defined]
                assessment_id=assessment_id,
                body=form.cleaned_data["body"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"addendum_is_empty": "body"})
        else:
            messages.success(request, _("Added beneath the assessment."))
            return redirect("desk:assessment", assessment_id)
    return _shown(request, assessment_id, addendum_form=form)


def _signed(
    request: HttpRequest, assessment_id: UUID, access: Access, sign: Any, name: str
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=access).get(pk=assessment_id)
    form = SignForm(request.POST, is_fresh=is_fresh(request, now), prefix_id=name)
    if form.is_valid():
        confirmed = confirmed_at(request, form, now)
        if not form.errors:
            given = {"actor": actor, "assessment_id": assessment_id, "now": now}
            if name == "sign_form":
                given["expected_version"] = form.expected_version
            try:
                sign(authenticated_at=confirmed, **given)
            except Refusal as refusal:
                say_no(form, refusal)
            else:
                messages.success(request, _("Signed and locked."))
                return redirect("desk:assessment", assessment_id)
    return _shown(request, assessment_id, **{name: form})


def _shown(request: HttpRequest, assessment_id: UUID, **typed: Any) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    row = assessment_in_full(actor, assessment_id)
    asked = edition(row.edition)
    pages = pages_of(actor, row)
    carried = carried_codes(asked, told_before(actor, row.client, besides=row.pk))
    is_open = row.signed_at is None
    decision = (
        readiness_to_sign(asked, pages, carried, held_on(actor.worker_id, local_day(now)))
        if is_open
        else None
    )
    page = record_page(
        row,
        name_for(actor, row.client),
        asked,
        pages,
        index_of(row, asked, pages, carried),
        decision,
        addenda_of(actor, row),
        way_back(actor, row.client),
        is_intact=is_open or digest_of(row.content) == row.content_hash,
    )
    forms = _forms(request, row, page.waits_for_cosignature, now) | typed
    sent = next(iter(typed.values()), None)
    context = {"page": page, "assessment": row, "form": sent, **forms}
    return render(
        request, "desk/assessments/record.html", context, status=422 if sent is not None else 200
    )


def _forms(request: HttpRequest, row: Assessment, waits: bool, now: Any) -> dict[str, Any]:
    """The forms this person may send about this assessment."""
    actor = request.actor  # type: ignore[attr-defined]
    signs = may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
    found: dict[str, Any] = {}
    fresh = is_fresh(request, now)
    if row.signed_at is None and signs:
        found["sign_form"] = SignForm(is_fresh=fresh, prefix_id="sign_form", version=row.version)
    if row.signed_at is not None and signs:
        found["addendum_form"] = AssessmentAddendumForm()
    approves = may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE)
    if waits and approves and actor.worker_id != row.signed_by_id:
        found["cosign_form"] = SignForm(is_fresh=fresh, prefix_id="cosign_form")
    return found
