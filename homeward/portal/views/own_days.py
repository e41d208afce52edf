"""The client names days that are hard for them, and takes them back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.own_days import OwnDayForm, OwnDays
from homeward.retention import actions


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def own_days(request: HttpRequest) -> HttpResponse:
    """One's own hard days, and a form to name one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = OwnDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        assert actor.client_id is not None
        try:
            actions.keep_own_date(
                actor=actor, client_id=actor.client_id, on=form.cleaned_data["on"],
                what=form.cleaned_data["what"], every_year=form.cleaned_data["every_year"],
                now=clock.now(),
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal:
            form.add_error("on", _("Choose a day that is still to come."))
        else:
            messages.success(request, _("Kept. Your team will ask you some days before."))
            return redirect("portal:own_days")
    page = OwnDays.of(Own.of(actor), form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/own_days.html", {"page": page}, status=status)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE, kinds=(CLIENT,))
def own_day_back(request: HttpRequest, told_id: UUID) -> HttpResponse:
    """Take a day back; nobody is told of it any more."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    assert actor.client_id is not None
    try:
        actions.take_back(actor=actor, client_id=actor.client_id, row_id=told_id, now=clock.now())
    except (NotAllowed, StaleVersion):
        raise
    except Refusal:
        messages.info(request, _("You took this day back before."))
    else:
        messages.success(request, _("Taken back."))
    return redirect("portal:own_days")
