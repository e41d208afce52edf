"""Taking a call, and opening the record that screening needs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.core import clock, drafts
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal
from homeward.coverage.queries import payers
from homeward.desk.admissions.drafting import initial_of, keep_draft, saved_words
from homeward.desk.admissions.forms.inquiry import InquiryForm
from homeward.desk.admissions.forms.screening import ScreeningForm
from homeward.desk.admissions.pages.calling import Live
from homeward.desk.admissions.reaching import inquiry_of
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.program.models import Program, Site, Track
from homeward.staff.models import Worker

FIELDS = {
    "caller_name_missing": "caller_name",
    "phone_missing": "phone",
    "payer_unknown": "payer_code",
}


AUTOSAVE = Policy(RecordClass.INQUIRIES, (("POST", Access.WRITE),), once=False)
PLACE = "admissions.inquiry"


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def inquiry(request: HttpRequest) -> HttpResponse:
    """One screen, keyboard only, while the caller is on the line."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    draft = drafts.kept(actor, PLACE) if request.method == "GET" else None
    form, sites = _form(actor, request.POST or None, draft)
    if request.method == "POST" and form.is_valid():
        try:
            taken = actions.take_inquiry(actor=actor, now=clock.now(), **form.told())
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            drafts.forget(actor, PLACE)
            messages.success(request, _("Inquiry %(number)s is kept.") % {"number": taken.number})
            # The front desk takes calls and reads no inquiries: it goes on to the next call.
            if may(actor.roles, RecordClass.INQUIRIES, Access.READ):
                return redirect("desk:admissions_case", taken.pk)
            return redirect("desk:admissions_inquiry")
    facts = {
        "form": form,
        "saved": saved_words(draft),
        "live": _live(form, sites),
        "caller_url": reverse("desk:admissions_callers"),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/admissions/inquiry.html", facts, status=status)


@guarded_by(AUTOSAVE)
def inquiry_draft(request: HttpRequest) -> HttpResponse:
    """What is typed is kept as it is typed; or thrown away, when the writer says so."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if "forget" in request.POST:
        drafts.forget(actor, PLACE)
        return redirect("desk:admissions_inquiry")
    return keep_draft(request, PLACE)


@guarded_by(AUTOSAVE)
def inquiry_live(request: HttpRequest) -> HttpResponse:
    """What the answers so far mean; nothing is kept."""
    form, sites = _form(request.actor, request.POST, None)  # type: ignore[attr-defined]
    return render(request, "desk/admissions/_call_live.html", {"live": _live(form, sites)})


def _form(actor: Actor, posted: Any, draft: Any) -> tuple[InquiryForm, list[Site]]:
    sites = list(Site.objects.order_by("name"))
    if actor.site_ids:
        sites = [site for site in sites if site.pk in actor.site_ids]
    given: dict[str, Any] = {
        "sites": sites,
        "tracks": list(Track.objects.filter(site__in=sites).order_by("day_starts", "name")),
        "payers": list(payers()),
    }
    worker = Worker.objects.filter(pk=actor.worker_id).first()
    form = InquiryForm(posted, initial={"site_id": str(worker.site_id) if worker else ""}, **given)
    if draft is not None:
        form = InquiryForm(None, initial=initial_of(form, draft), **given)
    return form, sites


def _live(form: InquiryForm, sites: list[Site]) -> Live | None:
    """From a form that was sent, or from what a fresh one begins with."""
    if not sites:
        return None
    sent = form
    if not form.is_bound:
        values = {name: form[name].value() for name in form.fields}
        typed = QueryDict(mutable=True)
        for name, value in values.items():
            many = isinstance(value, (list, tuple))
            typed.setlist(name, list(value) if many else [] if value is None else [value])
        sent = InquiryForm(typed, sites=[], tracks=[], payers=[])
    sent.full_clean() if sent is not form else form.is_valid()
    told = sent.partly_told()
    chosen = str(sent["site_id"].value() or "")
    site = next((each for each in sites if str(each.pk) == chosen), sites[0])
    program = Program.objects.filter(tracks__site=site).order_by("code").first()
    if program is None:
        return None
    return Live.of(told, site, program, clock.now())


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
