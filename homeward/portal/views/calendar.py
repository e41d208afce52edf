"""The client's own calendar address, and what a calendar program reads there."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import EVERYONE, open_to, requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.portal.limits import too_many_readings
from homeward.portal.own import Own
from homeward.timetable import actions
from homeward.timetable.calendars import ClientFeed
from homeward.timetable.feeding import FEEDING, calendar_of, feed_of

TEXT = "text/calendar; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"


@requires(RecordClass.SCHEDULE, get=Access.READ, kinds=(CLIENT,))
def calendar(request: HttpRequest) -> HttpResponse:
    """Whether an address is open, and when it was last read."""
    return _shown(request)


@requires(RecordClass.SCHEDULE, post=Access.WRITE, kinds=(CLIENT,))
def make(request: HttpRequest) -> HttpResponse:
    """Make a new address and show it this one time."""
    secret = actions.open_client_feed(actor=request.actor, now=clock.now())  # type: ignore[attr-defined]
    return _shown(request, request.build_absolute_uri(reverse("portal:feed", args=[secret])))


@requires(RecordClass.SCHEDULE, post=Access.WRITE, kinds=(CLIENT,))
def end(request: HttpRequest) -> HttpResponse:
    """End the address."""
    actor = request.actor  # type: ignore[attr-defined]
    try:
        actions.close_client_feed(actor=actor, client_id=actor.client_id, now=clock.now())
    except Refusal:
        messages.info(request, _("There is no open address."))
    else:
        messages.success(request, _("The address is ended. Calendars read nothing there now."))
    return redirect("portal:calendar")


@open_to(EVERYONE, record_class=RecordClass.SCHEDULE)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a secret address.

    An address that was ended, one that never was, and one whose account is closed answer alike.
    """
    if too_many_readings(request):
        return HttpResponse("", content_type=PLAIN, status=429)
    now = clock.now()
    found = feed_of(token)
    if found is None:
        audit.record(
            "timetable.feed.unknown", actor=FEEDING, at=now, permitted=False, reason="no_open_feed"
        )
        return HttpResponse("", content_type=PLAIN, status=404)
    text = calendar_of(found, now)
    with suppress(StaleVersion):  # two programs read at one moment; one of them says when
        found.change(last_read_at=now)
    client_id = getattr(found, "client_id", None)
    audit.record("timetable.feed.read", actor=FEEDING, subject=found, at=now, client_id=client_id)
    answer = HttpResponse(text, content_type=TEXT)
    answer["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return answer


def _shown(request: HttpRequest, address: str = "") -> HttpResponse:
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    rows = ClientFeed.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    found = rows.filter(client=own.client, revoked_at=None).first()
    read = found.last_read_at if found else None
    page = {
        "address": address,
        "form": ActionForm(),
        "since": date_format(own.at_wall(found.made_at), "j F H:i") if found else "",
        "read": date_format(own.at_wall(read), "j F H:i") if read else "",
    }
    return render(request, "portal/calendar.html", {"page": page})
