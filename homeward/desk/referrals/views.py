"""Open referrals, one referral with its steps, and a client's referrals."""

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
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.chart.frame import reach_client
from homeward.desk.referrals import pages
from homeward.desk.referrals.forms import EndForm, ReferralForm, StepForm, places_for
from homeward.desk.refusing import say_no
from homeward.desk.steps import answer_step, back_to
from homeward.directory.actions import refer
from homeward.directory.duties import due_for
from homeward.directory.models import Referral
from homeward.directory.queries import referral_with_steps, services
from homeward.kernel.records import RecordClass
from homeward.program.models import Program

ROOM = "desk/referrals"
FIELDS = {
    "consent_needed": "told",
    "emergency_unclear": "note",
    "place_needed": "service",
    "later_than_now": "at",
    "step_unknown": "step",
    "outcome_needs_reason": "reason",
    "outcome_unknown": "outcome",
}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def referrals(request: HttpRequest) -> HttpResponse:
    """Who is on the way to another place, what is due first at the top."""
    page = pages.ReferralsPage.of(_actor(request), clock.now())
    return render(request, f"{ROOM}/list.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def of_client(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """One client's referrals."""
    client = reach_client(_actor(request), client_id)
    page = pages.ClientReferrals.of(_actor(request), client, clock.now())
    return render(request, f"{ROOM}/client.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def new_referral(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Refer a client to another place."""
    actor, now = _actor(request), clock.now()
    client = reach_client(actor, client_id)
    form = ReferralForm(
        request.POST or None,
        places=services(),
        initial={name: request.GET.get(name, "") for name in ("kind", "reason_code", "service")},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        program = Program.objects.order_by("code").first()
        try:
            row = refer.open_referral(
                actor=actor,
                client=client,
                site=client.site,
                kind=given["kind"],
                reason_code=given["reason_code"],
                reason=given["reason"],
                service=form.place,
                due_at=given["due"] or due_for(program, given["kind"], now),
                now=now,
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("The referral is open, with a task for you."))
            return redirect("desk:referral", row.pk)
    back = back_to(_("Back"), reverse("desk:referrals_of_client", args=[client_id]))
    facts = {"form": form, "client": client, "back": back}
    return render(request, f"{ROOM}/new.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One referral: the timer, the place, what may be said, every step."""
    return _show(request, referral_with_steps(_actor(request), referral_id))


def _show(
    request: HttpRequest,
    row: Referral,
    form: ActionForm | None = None,
) -> HttpResponse:
    page = pages.ReferralPage.of(_actor(request), row, clock.now())
    places = places_for(row.kind)
    if row.service and row.service not in places:
        places = [row.service, *places]
    step = form or StepForm(
        places=places,
        version=row.version,
        initial={"service": str(row.service_id or ""), "told": "nothing"},
    )
    facts = {"page": page, "form": step}
    status = 422 if form is not None else 200
    return render(request, f"{ROOM}/referral.html", facts, status=status)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def step(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One step of the hand-off."""
    actor, now = _actor(request), clock.now()
    row = referral_with_steps(actor, referral_id)
    form = StepForm(request.POST, places=services(), version=row.version)
    if not form.is_valid():
        return _show(request, row, form)
    given = form.cleaned_data
    try:
        refer.record_hand_off_step(
            actor=actor,
            referral=row,
            step=given["step"],
            at=form.happened(now),
            service=form.place,
            spoke_with=given["spoke_with"],
            told=given["told"],
            note=given["note"],
            why_no_consent=given["why_no_consent"],
            expected_version=form.expected_version,
            now=now,
        )
    except (StaleVersion, NotAllowed):
        raise
    except Refusal as refusal:
        say_no(form, refusal, FIELDS)
        return _show(request, row, form)
    messages.success(request, _("Recorded."))
    return redirect("desk:referral", referral_id)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def end(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """What came of it; the task ends with it."""
    actor = _actor(request)
    row = referral_with_steps(actor, referral_id)
    then = reverse("desk:referral", args=[referral_id])
    page: dict[str, Any] = {
        "page": pages.ReferralPage.of(actor, row, clock.now()),
        "back": back_to(_("Back"), then),
    }
    return answer_step(
        request,
        EndForm(request.POST or None, version=row.version),
        template=f"{ROOM}/end.html",
        page=page,
        perform=lambda form: refer.close_referral(
            actor=actor,
            referral=row,
            outcome=form.cleaned_data["outcome"],
            reason=form.cleaned_data["reason"],
            discharged_elsewhere_on=form.cleaned_data["discharged_elsewhere_on"],
            expected_version=form.expected_version,
            now=clock.now(),
        ),
        done=_("Ended, and the task with it."),
        then=then,
        refusal_words=words_for,
        fields=FIELDS,
    )
