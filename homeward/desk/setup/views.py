"""Program setup pages."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.setup import pages
from homeward.desk.setup.forms import DEADLINE, NUMBER, AdoptForm
from homeward.desk.setup.numbers import Numbers
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program import actions
from homeward.program.actions.adopting import AlreadyAdopted


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
