"""The list of inquiries, one inquiry, and the small steps on its way."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.admissions.models import AssessmentVisit
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions import times
from homeward.desk.admissions.forms.case import (
    AppointmentForm,
    ClosingForm,
    ContactForm,
    MissedForm,
)
from homeward.desk.admissions.pages.case import Case
from homeward.desk.admissions.pages.pipeline import Pipeline
from homeward.desk.admissions.reaching import inquiry_of
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.staff.queries import workers_with_role
from homeward.timetable.assessment_times import ASSESSORS, open_assessments


@requires(RecordClass.INQUIRIES, get=Access.READ)
def pipeline(request: HttpRequest) -> HttpResponse:
    """Everybody on the way in."""
    page = Pipeline.of(request.actor, request.GET.get("state", ""), clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/admissions/pipeline.html", {"page": page})


@requires(RecordClass.INQUIRIES, get=Access.READ)
def case(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """One person on the way in."""
    inquiry = inquiry_of(request.actor, inquiry_id)  # type: ignore[attr-defined]
    page = Case.of(request.actor, inquiry, clock.now())  # type: ignore[attr-defined]
    facts = {"page": page, "form": ContactForm(version=inquiry.version)}
    return render(request, "desk/admissions/case.html", facts)


@requires(RecordClass.INQUIRIES, post=Access.WRITE)
def contacts(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """One attempt to call back."""
    actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    form = ContactForm(request.POST, version=inquiry.version)
    if form.is_valid():
        try:
            actions.record_contact(
                actor=actor,
                inquiry_id=inquiry_id,
                outcome=form.cleaned_data["outcome"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect("desk:admissions_case", inquiry_id)
    facts = {"page": Case.of(actor, inquiry, clock.now()), "form": form}
    return render(request, "desk/admissions/case.html", facts, status=422)


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def closing(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """End an inquiry with its reason."""
    actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    form = ClosingForm(request.POST or None, version=inquiry.version)
    return small_page(
        request,
        form,
        title=_("End this inquiry"),
        lead=_("It leaves the list; its history stays. A new call is a new inquiry."),
        save=_("End the inquiry"),
        danger=True,
        back=_back(inquiry_id),
        done=_("The inquiry has ended."),
        perform=lambda data: actions.close_inquiry(
            actor=actor,
            inquiry_id=inquiry_id,
            outcome=data["outcome"],
            reason=data["reason"],
            referred_to=data["referred_to"],
            expected_version=data["form_version"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def appointment(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Give an appointment for the assessment."""
    actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    now, today = clock.now(), clock.today(inquiry.site.time_zone)
    workers = {
        worker.pk: worker
        for role in ASSESSORS
        for worker in workers_with_role(role, today, site_id=inquiry.site_id).order_by("name")
    }
    found = open_assessments(inquiry.program, inquiry.site, now)
    names = {str(key): worker.name for key, worker in workers.items()}
    form = AppointmentForm(
        request.POST or None,
        openings=[
            (f"{each.worker}@{each.starts_at.isoformat()}",
             f"{times.at_site(each.starts_at, inquiry.site.time_zone)} · {names[each.worker]}")
            for each in found if each.worker in names
        ],
        workers=workers.values(),
        zone=inquiry.site.time_zone,
    )  # fmt: skip
    return small_page(
        request,
        form,
        title=_("Appointment for the assessment"),
        lead=_(
            "Within a day of the first call more people come. "
            "The clinician joins the team and can open the record."
        ),
        save=_("Give the appointment"),
        back=_back(inquiry_id),
        done=_("Appointment given."),
        fields={"appointment_in_past": "starts_at"},
        perform=lambda data: actions.schedule_assessment(
            actor=actor,
            inquiry_id=inquiry_id,
            worker_id=data["worker_id"],
            starts_at=data["starts_at"],
            reason=data["reason"],
            now=now,
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def missed(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """An appointment that did not take place."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    visit = rows.get(pk=visit_id)
    return small_page(
        request,
        MissedForm(request.POST or None),
        title=_("The appointment did not take place"),
        save=_("Record"),
        back=_back(visit.inquiry_id),
        done=_("Recorded. Give another appointment when you reach them."),
        perform=lambda data: actions.miss_assessment(
            actor=actor, visit_id=visit_id, state=data["state"], now=clock.now()
        ),
    )


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def waiting(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Wait for a seat."""
    actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    return small_page(
        request,
        ActionForm(request.POST or None, version=inquiry.version),
        title=_("Wait for a seat"),
        lead=_("The person keeps this number, %(number)s, and their place by the first call.")
        % {"number": inquiry.number},
        save=_("Put on the wait list"),
        back=_back(inquiry_id),
        done=_("On the wait list."),
        perform=lambda data: actions.put_on_wait_list(
            actor=actor, inquiry_id=inquiry_id, now=clock.now()
        ),
    )


def _back(inquiry_id: UUID) -> Act:
    return Act(_("Back to the way in"), reverse("desk:admissions_case", args=[inquiry_id]))
