"""Places offered to the client, and the week on paper."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.actions import answer_offer
from homeward.attendance.models import MakeUpOffer
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.sessions import seats_between


@requires(RecordClass.SCHEDULE, post=Access.WRITE, kinds=(CLIENT,))
def answer(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """Take the place that was offered, or say no."""
    form = ActionForm(request.POST)
    form.full_clean()
    # Only a plain yes or no is one: an offer is answered once, and a no cannot be taken back.
    if (said := request.POST.get("answer")) not in {"yes", "no"}:
        own = Own.of(request.actor)  # type: ignore[attr-defined]
        MakeUpOffer.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).get(pk=offer_id)
        messages.warning(request, _("Please answer with yes or no."))
        return redirect("portal:week")
    accepted = said == "yes"
    try:
        answer_offer(
            actor=request.actor,  # type: ignore[attr-defined]
            offer_id=offer_id,
            accepted=accepted,
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except StaleVersion:
        raise
    except Refusal:
        # Why, is between the client and who cares for them; others' seats are nobody's business.
        messages.warning(request, _("This time is not free any more. Please ask your counselor."))
    else:
        told = _("It stands in your week now.") if accepted else _("Thank you for saying so.")
        messages.success(request, told)
    return redirect("portal:week")


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def paper(request: HttpRequest) -> HttpResponse:
    """This week and the next on one sheet: times and places, no word of what for."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    monday = own.today - timedelta(days=own.today.weekday())
    starts = (monday, monday + timedelta(weeks=1))
    page = {
        "name": own.client.called,
        "weeks": [(date_format(start, "j F"), _lines(own, start)) for start in starts],
    }
    return render(request, "portal/week_paper.html", {"page": page})


def _lines(own: Own, monday: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The days of a week with times and rooms alone."""
    days: dict[date, list[tuple[str, str]]] = {}
    for seat in seats_between(own, monday, monday + timedelta(weeks=1)):
        if seat.session.cancelled_at is None:
            begins, ends = own.at_wall(seat.starts_at), own.at_wall(seat.ends_at)
            room = seat.session.room.name if seat.session.room else ""
            days.setdefault(seat.session.on, []).append((f"{begins:%H:%M}–{ends:%H:%M}", room))
    return [(date_format(day, "l j F"), lines) for day, lines in days.items()]
