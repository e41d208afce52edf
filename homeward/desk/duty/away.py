"""Colleagues who are away: said by who plans, or by themselves, and taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.choosing import Chosen, chosen_week
from homeward.desk.duty.away_forms import AwayForm, may_say_for
from homeward.desk.duty.away_pages import AwayPage
from homeward.kernel.records import RecordClass
from homeward.timetable import words
from homeward.timetable.actions.away import note_absence, withdraw_absence

ROUTE = "desk:away"
FIELDS = {"ends_before_it_begins": "ends", "not_a_reason_to_be_away": "why"}


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ)
def away(request: HttpRequest) -> HttpResponse:
    """Who is away and what they would have led; one absence more."""
    chosen = _chosen(request)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    if request.method != "POST":
        return _shown(request, chosen)
    actor = request.actor  # type: ignore[attr-defined]
    form = AwayForm(request.POST, workers=may_say_for(actor, chosen.site))
    if form.is_valid():
        try:
            note_absence(actor=actor, now=clock.now(), **form.told(chosen.site.time_zone))
        except NotAllowed:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), words.refusal(code))
        else:
            messages.success(request, _("Noted. The planned week leaves these hours out."))
            return redirect(chosen.url())
    return _shown(request, chosen, form)


@requires(RecordClass.SCHEDULE, post=Access.READ)
def withdraw(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """They will be there after all."""
    actor = request.actor  # type: ignore[attr-defined]
    withdraw_absence(actor=actor, absence_id=absence_id, now=clock.now())
    messages.success(request, _("Taken back. They can be planned again."))
    return redirect(ROUTE)


def _chosen(request: HttpRequest) -> Chosen | None:
    asked = request.POST if request.method == "POST" else request.GET
    actor = request.actor  # type: ignore[attr-defined]
    return chosen_week(actor, {"site": asked.get("site", "")}, ROUTE)


def _shown(request: HttpRequest, chosen: Chosen, form: AwayForm | None = None) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    page = AwayPage.of(actor, chosen, clock.now(), form)
    context = {"page": page, "form": form}
    return render(request, "desk/duty/away.html", context, status=422 if form else 200)
