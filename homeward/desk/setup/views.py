"""Program setup pages."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.refusing import say_no
from homeward.desk.setup import pages
from homeward.desk.setup.forms import DEADLINE, NUMBER, AdoptForm
from homeward.desk.setup.numbers import Numbers
from homeward.desk.setup.schedule import ScheduleTable
from homeward.instruments.scheduling import (
    ScheduleLineRefused,
    may_set_schedule,
    set_schedule_line,
)
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program import actions
from homeward.program.actions.adopting import AlreadyAdopted
from homeward.program.models import Program

FIELDS_OF_FAULTS = {
    "line_starts_in_past": "starts_on",
    "line_needs_source": "source_title",
    "months_for_follow_up": "from_month",
    "no_phase_then": "phase_id",
    "phase_unknown": "phase_id",
}


@requires(RecordClass.SETUP, get=Access.READ)
def setup(request: HttpRequest) -> HttpResponse:
    """Places, phases, groups and rules as the program file set them."""
    page = pages.Setup.of(request.GET.get("part", ""))
    return render(request, "desk/setup/setup.html", {"page": page})


@requires(RecordClass.SETUP, get=Access.READ)
def numbers(request: HttpRequest) -> HttpResponse:
    """Every number and deadline in force, with its source and whether it is adopted."""
    page = _page(request)
    return render(request, "desk/setup/numbers.html", {"page": page})


@requires(RecordClass.SETUP, post=Access.WRITE, duty=Duty.ADOPT_NUMBERS)
def adoption(request: HttpRequest) -> HttpResponse:
    """Adopt the chosen numbers and deadlines with their sources, in one step."""
    page = _page(request, request.POST)
    form = page.form
    if form.is_valid():
        adopted = actions.adopt_together(
            actor=request.actor,  # type: ignore[attr-defined]
            numbers=form.versions_of(NUMBER),
            deadlines=form.versions_of(DEADLINE),
            now=clock.now(),
        )
        done = ngettext("%(n)s line is adopted.", "%(n)s lines are adopted.", adopted)
        messages.success(request, done % {"n": adopted})
        return redirect("desk:setup_numbers")
    return render(request, "desk/setup/numbers.html", {"page": page, "form": form}, status=422)


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE, post_if=may_set_schedule)
def questionnaires(request: HttpRequest) -> HttpResponse:
    """Which questionnaire is asked when, by which source; one line is changed from a day on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    program = Program.objects.order_by("name").first()
    if program is None:
        raise Http404
    today = clock.today()
    typed = request.POST if request.method == "POST" else None
    page = ScheduleTable.of(actor, program, today, dict(request.GET.items()), typed)
    if page.form is not None and typed is not None and page.form.is_valid():
        try:
            set_schedule_line(
                actor=actor, program_id=program.pk, today=today, now=clock.now(),
                **page.form.told(),
            )  # fmt: skip
        except ScheduleLineRefused as refusal:
            say_no(page.form, refusal, FIELDS_OF_FAULTS)
        else:
            messages.success(request, _("The schedule is changed from that day on."))
            return redirect("desk:setup_questionnaires")
    status = 422 if page.form is not None and page.form.errors else 200
    return render(request, "desk/setup/questionnaires.html", {"page": page}, status=status)


def _page(request: HttpRequest, typed: Any = None) -> Numbers:
    # A refused choice comes back whole, whatever area its lines were chosen in.
    asked = {"area": "all"} if typed is not None else dict(request.GET.items())
    return Numbers.of(request.actor, clock.today(), asked, typed)  # type: ignore[attr-defined]


@requires(RecordClass.SETUP, post=Access.WRITE, duty=Duty.ADOPT_NUMBERS)
def number_adoption(request: HttpRequest, number_id: UUID) -> HttpResponse:
    """Adopt one number with its source."""
    return _adopt(request, actions.adopt_number, number_id=number_id)


@requires(RecordClass.SETUP, post=Access.WRITE, duty=Duty.ADOPT_NUMBERS)
def deadline_adoption(request: HttpRequest, deadline_id: UUID) -> HttpResponse:
    """Adopt one deadline with its source."""
    return _adopt(request, actions.adopt_deadline, deadline_id=deadline_id)


def _adopt(request: HttpRequest, action: Any, **which: UUID) -> HttpResponse:
    form = AdoptForm(request.POST)
    if form.is_valid():
        try:
            action(
                actor=request.actor,  # type: ignore[attr-defined]
                expected_version=form.expected_version,
                now=clock.now(),
                **which,
            )
        except AlreadyAdopted:
            messages.info(request, _("It was adopted already."))
        else:
            messages.success(request, _("Adopted with its source."))
        return redirect("desk:setup_numbers")
    return render(
        request, "desk/setup/numbers.html", {"page": _page(request), "form": form}, status=422
    )
