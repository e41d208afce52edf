"""Taking a call, and opening the record that screening needs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.coverage.queries import payers
from homeward.desk.admissions.forms.inquiry import InquiryForm
from homeward.desk.admissions.forms.screening import ScreeningForm
from homeward.desk.admissions.reaching import inquiry_of
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.program.models import Site, Track

FIELDS = {
    "caller_name_missing": "caller_name",
    "phone_missing": "phone",
    "payer_unknown": "payer_code",
}


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def inquiry(request: HttpRequest) -> HttpResponse:
    """One screen, keyboard only, while the caller is on the line."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = list(Site.objects.order_by("name"))
    if actor.site_ids:
        sites = [site for site in sites if site.pk in actor.site_ids]
    form = InquiryForm(
        request.POST or None,
        sites=sites,
        tracks=Track.objects.filter(site__in=sites).order_by("day_starts", "name"),
        payers=payers(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            taken = actions.take_inquiry(actor=actor, now=clock.now(), **form.told())
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Inquiry %(number)s is kept.") % {"number": taken.number})
            # The front desk takes calls and reads no inquiries: it goes on to the next call.
            if may(actor.roles, RecordClass.INQUIRIES, Access.READ):
                return redirect("desk:admissions_case", taken.pk)
            return redirect("desk:admissions_inquiry")
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/inquiry.html", {"form": form}, status=status)


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def screening(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Open the client's record; show records of the same name and birth date to choose from."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = inquiry_of(actor, inquiry_id)
    known: tuple[Client, ...] = ()
    first = ScreeningForm(request.POST) if request.method == "POST" else None
    if first is not None and first.is_valid():
        known = tuple(
            actions.namesakes(actor, first.cleaned_data["name"], first.cleaned_data["birth_date"])
        )
    initial = {
        "name": row.person_name or row.caller_name,
        "phone": row.phone,
        "primary_substance": (row.substances or [""])[0],
    }
    asked = "record" in request.POST
    form = ScreeningForm(
        request.POST or None,
        version=row.version,
        initial=initial,
        namesakes=known if asked else (),
    )
    decision = None
    if request.method == "POST" and form.is_valid():
        try:
            client = actions.start_screening(
                actor=actor,
                inquiry_id=inquiry_id,
                expected_version=form.expected_version,
                now=clock.now(),
                **form.told(),
            )
        except actions.MaybeKnownHere as refusal:
            form = ScreeningForm(request.POST, version=row.version, namesakes=known)
            form.is_valid()
            form.errors.pop("record", None)
            say_no(form, refusal, {"maybe_known_here": "record"})
        except actions.TooYoung as refusal:
            decision = refusal.decision
            say_no(form, refusal, {"too_young": "birth_date"})
        except Refusal as refusal:
            say_no(form, refusal, {"full_name_missing": "name", "birth_date_missing": "birth_date"})
        else:
            messages.success(
                request, _("Record %(number)s is open.") % {"number": client.chart_number}
            )
            return redirect("desk:admissions_case", inquiry_id)
    facts = {
        "form": form,
        "inquiry": row,
        "decision": decision,
        "back": reverse("desk:admissions_case", args=[inquiry_id]),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/screening.html", facts, status=status)
