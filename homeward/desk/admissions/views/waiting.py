"""The wait list, services meanwhile, reminders, figures, and the notice to the state."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.admissions.models import CapacityNotice, Reminder
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.admissions.forms.waiting import InterimServiceForm, NoticeForm, ReminderForm
from homeward.desk.admissions.naming import name_of
from homeward.desk.admissions.pages.figures import Figures
from homeward.desk.admissions.pages.waitlist import WaitList
from homeward.desk.admissions.reaching import inquiry_of
from homeward.desk.admissions.views.small import small_page
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass


@requires(RecordClass.INQUIRIES, get=Access.READ)
def wait_list(request: HttpRequest) -> HttpResponse:
    """Everybody who waits for a seat, in the order of the law."""
    page = WaitList.of(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/admissions/waitlist.html", {"page": page})


@requires(RecordClass.INQUIRIES, get=Access.READ)
def figures(request: HttpRequest) -> HttpResponse:
    """Speed to first contact and to assessment, reasons for loss, and the rows behind them."""
    page = Figures.of(request.actor, request.GET.dict(), clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/admissions/figures.html", {"page": page})


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def interim(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Record a service given while somebody waits."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    return small_page(
        request,
        InterimServiceForm(request.POST or None),
        title=_("Service while waiting: %(name)s") % {"name": name_of(inquiry)},
        lead=_("The first one begins the interim services the law asks for within 48 hours."),
        save=_("Record the service"),
        back=_back(inquiry.pk),
        done=_("The service is recorded."),
        perform=lambda data: actions.record_interim_service(
            actor=actor,
            inquiry_id=inquiry_id,
            kind=data["kind"],
            note=data["note"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def reached(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """Somebody on the list was reached."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    inquiry = inquiry_of(actor, inquiry_id)
    return small_page(
        request,
        ActionForm(request.POST or None),
        title=_("Reached: %(name)s") % {"name": name_of(inquiry)},
        lead=_("They still want to come. The next call is counted from now."),
        save=_("Record the contact"),
        back=Act(_("Back to the wait list"), reverse("desk:admissions_waitlist")),
        done=_("The contact is recorded."),
        perform=lambda data: actions.record_wait_contact(
            actor=actor, inquiry_id=inquiry_id, now=clock.now()
        ),
    )


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def reminder(request: HttpRequest, reminder_id: UUID) -> HttpResponse:
    """Say what came of a reminder."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = Reminder.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    rows.get(pk=reminder_id)
    return small_page(
        request,
        ReminderForm(request.POST or None),
        title=_("What came of it?"),
        save=_("Record"),
        back=Act(_("Back to admissions"), reverse("desk:admissions")),
        done=_("Recorded."),
        perform=lambda data: actions.close_reminder(
            actor=actor,
            reminder_id=reminder_id,
            disposition=data["disposition"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.SETUP, get=Access.WRITE, post=Access.WRITE)
def notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """The director told the state that the program is nearly full."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = CapacityNotice.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    rows.get(pk=notice_id)
    return small_page(
        request,
        NoticeForm(request.POST or None),
        title=_("The state was told"),
        lead=_("Within 7 days of reaching 90% of capacity (45 CFR 96.126)."),
        save=_("Record"),
        back=Act(_("Back to the figures"), reverse("desk:admissions_figures")),
        done=_("Recorded."),
        perform=lambda data: actions.send_capacity_notice(
            actor=actor, notice_id=notice_id, reference=data["reference"], now=clock.now()
        ),
    )


def _back(inquiry_id: UUID) -> Act:
    return Act(_("Back to the way in"), reverse("desk:admissions_case", args=[inquiry_id]))
