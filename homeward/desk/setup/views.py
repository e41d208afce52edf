"""Program setup pages."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.setup import pages
from homeward.desk.setup.forms import AdoptForm
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program import actions
from homeward.program.actions.adopting import AlreadyAdopted


@requires(RecordClass.SETUP, get=Access.READ)
def setup(request: HttpRequest) -> HttpResponse:
    """Places, phases, groups and rules as the program file set them."""
    return render(request, "desk/setup/setup.html", {"page": pages.Setup.of(request.actor)})  # type: ignore[attr-defined]


@requires(RecordClass.SETUP, get=Access.READ)
def numbers(request: HttpRequest) -> HttpResponse:
    """Every number and deadline in force, with its source and whether it is adopted."""
    page = pages.Numbers.of(request.actor, clock.today())  # type: ignore[attr-defined]
    return render(request, "desk/setup/numbers.html", {"page": page})


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
    page = pages.Numbers.of(request.actor, clock.today())  # type: ignore[attr-defined]
    return render(request, "desk/setup/numbers.html", {"page": page, "form": form}, status=422)
