"""The medical questions with the gates beside them, releases, capacity, and the interim plan."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.admissions.gating import (
    SERVICE,
    gate_case,
    gate_numbers,
    latest_screening,
    repeat_due,
)
from homeward.admissions.models import Hold, Inquiry, MedicalScreening
from homeward.admissions.queries import capacity_at, open_inquiry_of
from homeward.admissions.rules.gates import gates
from homeward.core import clock, drafts
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.drafting import initial_of, keep_draft, saved_words
from homeward.desk.admissions.forms.gates import (
    CapacityForm,
    GatesForm,
    InterimPlanForm,
    ReleaseForm,
)
from homeward.desk.admissions.pages.gates import GateStanding, HoldCard, Repeat
from homeward.desk.admissions.reaching import client_of, inquiry_of, way_back
from homeward.desk.admissions.times import when
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.models import Client

AUTOSAVE = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), once=False)
NURSING_AUTOSAVE = Policy(RecordClass.MEDICAL, (("POST", Access.WRITE),), once=False)
FIELDS = {
    "last_drink_in_future": "last_drink_at",
    "pulse_out_of_range": "pulse",
    "systolic_out_of_range": "systolic",
    "temperature_f_out_of_range": "temperature_f",
    "oxygen_out_of_range": "oxygen",
}


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def medical_screening(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """The questions, with what they lead to beside them."""
    inquiry = inquiry_of(request.actor, inquiry_id)  # type: ignore[attr-defined]
    return _screening(request, inquiry, "admissions_gates", inquiry_id)


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def nursing_screening(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The same questions for a nurse or physician, who reach the client and not the inquiry."""
    return _screening(request, _behind(request, client_id), "nursing_gates", client_id)


@guarded_by(AUTOSAVE)
def medical_draft(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Keep what is typed."""
    inquiry = inquiry_of(request.actor, inquiry_id)  # type: ignore[attr-defined]
    return keep_draft(request, _place(inquiry))


@guarded_by(NURSING_AUTOSAVE)
def nursing_draft(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Keep what is typed."""
    return keep_draft(request, _place(_behind(request, client_id)))


@guarded_by(AUTOSAVE)
def medical_live(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """What the answers so far lead to; nothing is kept."""
    inquiry = inquiry_of(request.actor, inquiry_id)  # type: ignore[attr-defined]
    return _live(request, inquiry, "admissions_gates")


@guarded_by(NURSING_AUTOSAVE)
def nursing_live(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What the answers so far lead to; nothing is kept."""
    return _live(request, _behind(request, client_id), "nursing_gates")


@requires(RecordClass.MEDICAL, get=Access.WRITE, post=Access.WRITE)
def release(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """Release a hold on what was found."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Hold.objects.for_actor(actor, Purpose.TREATMENT)
    hold: Hold = rows.select_related("client__site", "owner", "released_by").get(pk=hold_id)
    zone = hold.client.site.time_zone
    form = ReleaseForm(request.POST or None, version=hold.version, zone=zone)
    decision = None
    back = way_back(actor, hold.client)
    if request.method == "POST" and form.is_valid():
        try:
            actions.release_hold(
                actor=actor,
                hold_id=hold_id,
                ending=form.cleaned_data["ending"],
                evidence=form.cleaned_data["evidence"],
                examined_at=form.cleaned_data["examined_at"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except actions.NotCleared as refusal:
            decision = refusal.decision
            say_no(form, refusal, {"evidence_is_written": "evidence"})
        except Refusal as refusal:
            say_no(form, refusal, {"examined_later": "examined_at"})
        else:
            messages.success(request, _("The hold is released."))
            return redirect(back.url)
    facts = {"form": form, "hold": HoldCard.of(actor, hold), "decision": decision, "back": back}
    facts["client"] = hold.client
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/release.html", facts, status=status)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def capacity(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Record whether somebody can decide and sign now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = client_of(actor, client_id)
    now = clock.now()
    standing = capacity_at(client, now)
    rests = standing.rests_on
    lead = {
        "presumed": _("Nobody saw a reason to doubt it. An adult may sign."),
        "present": _("Recorded as present."),
        "impaired": _("Signs later: safety care does not wait."),
    }[standing.state]
    if rests is not None:
        lead = f"{lead} {when(rests.at)} · {rests.by}"
    return small_page(
        request,
        CapacityForm(request.POST or None),
        title=_("Capacity to sign: %(name)s") % {"name": client.name},
        lead=lead,
        save=_("Record what you saw"),
        back=way_back(actor, client),
        done=_("Recorded under your name."),
        fields={"observation_missing": "seen"},
        perform=lambda data: actions.record_capacity(
            actor=actor,
            client_id=client_id,
            has_capacity=data["has_capacity"] == "yes",
            seen=data["seen"],
            now=now,
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def interim_plan(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Write what holds from the day of admission until the full plan."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    if inquiry.client_id is None:
        raise Http404
    return small_page(
        request,
        InterimPlanForm(request.POST or None, version=inquiry.version),
        title=_("Interim plan"),
        lead=_("What begins right after admission, until the full plan is signed."),
        save=_("Keep the interim plan"),
        back=Act(_("Back to the way in"), reverse("desk:admissions_case", args=[inquiry_id])),
        done=_("The interim plan is kept."),
        fields={"first_services_missing": "first_services"},
        perform=lambda data: actions.write_interim_plan(
            actor=actor,
            inquiry_id=inquiry_id,
            first_services=data["first_services"],
            safety_steps=data["safety_steps"],
            now=clock.now(),
        ),
    )


def _screening(
    request: HttpRequest, inquiry: Inquiry, route: str, subject_id: UUID
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    client = _client(inquiry)
    place, now = _place(inquiry), clock.now()
    form = GatesForm(request.POST or None, zone=client.site.time_zone)
    draft = drafts.kept(actor, place) if request.method == "GET" else None
    if draft is not None:
        form = GatesForm(zone=client.site.time_zone, initial=initial_of(form, draft))
    back = way_back(actor, client)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.screen_medically(
                actor=actor, inquiry_id=inquiry.pk, now=now, **form.told()
            )
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            drafts.forget(actor, place)
            said = GateStanding.of(gates_of(row, inquiry, client, now))
            messages.success(
                request, _("The answers are kept. %(outcome)s.") % {"outcome": said.title}
            )
            return redirect(back.url)
    told = form.told() if form.is_bound and form.is_valid() else None
    since = inquiry.first_request_at
    earlier = latest_screening(client, since)
    row = MedicalScreening(client=client, **told) if told else earlier
    decision = gates_of(row, inquiry, client, now)
    ciwa = _ciwa_url(route, client)
    facts = {
        "form": form,
        "client": client,
        "back": back,
        "standing": GateStanding.of(decision),
        "repeat": Repeat.of(repeat_due(client, decision), ciwa, now),
        "earlier": when(earlier.at) if earlier else "",
        "saved": saved_words(draft),
        "draft_url": reverse(f"desk:{route}_draft", args=[subject_id]),
        "live_url": reverse(f"desk:{route}_live", args=[subject_id]),
        "questionnaire": ciwa,
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/gates.html", facts, status=status)


def _ciwa_url(route: str, client: Client) -> str:
    """The scale under the right of whoever reads the page."""
    name = "questionnaire" if route == "admissions_gates" else "nursing_scale"
    return reverse(f"desk:{name}", args=[client.pk, "ciwa_ar"])


def _live(request: HttpRequest, inquiry: Inquiry, route: str) -> HttpResponse:
    client, now = _client(inquiry), clock.now()
    form = GatesForm(request.POST, zone=client.site.time_zone)
    form.is_valid()
    row = MedicalScreening(client=client, **form.told())
    decision = gates_of(row, inquiry, client, now)
    facts = {
        "standing": GateStanding.of(decision),
        "repeat": Repeat.of(repeat_due(client, decision), _ciwa_url(route, client), now),
    }
    return render(request, "desk/admissions/_gates_live.html", facts)


def gates_of(
    row: MedicalScreening | None, inquiry: Inquiry, client: Client, now: datetime
) -> Decision:
    """The gates on these answers and on the scores of this way in."""
    case = gate_case(client, row, now, since=inquiry.first_request_at)
    return gates(case, gate_numbers(inquiry.program, now))


def _client(inquiry: Inquiry) -> Client:
    """The client of an inquiry the reader reached; read for the gates."""
    if inquiry.client_id is None:
        raise Http404
    rows = Client.objects.for_actor(SERVICE, Purpose.TREATMENT).select_related("site")
    return rows.get(pk=inquiry.client_id)  # type: ignore[no-any-return]


def _behind(request: HttpRequest, client_id: UUID) -> Inquiry:
    """The inquiry of a client whom the reader reaches."""
    client = client_of(request.actor, client_id)  # type: ignore[attr-defined]
    inquiry: Inquiry | None = open_inquiry_of(client.pk)
    if inquiry is None:
        raise Http404
    return inquiry


def _place(inquiry: Inquiry) -> str:
    return f"admissions.gates.{inquiry.pk}"
