"""The strip that says somebody is paged. Asked every few seconds by every open staff page."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.clients.reach import short_name_for
from homeward.desk.safety.strip import going_on
from homeward.kernel.records import RecordClass
from homeward.paging.opening import session_around
from homeward.paging.queries import pages_of
from homeward.tasks.models import CareTask


@dataclass(frozen=True, slots=True)
class Page:
    """One client who waits: who, where, since when, and where one answers."""

    words: str
    url: str


@requires(RecordClass.SCHEDULE, get=Access.READ)
def paged(request: HttpRequest) -> HttpResponse:
    """Nothing, or who waits for this person. Asking is no activity: an idle screen still locks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    pages = [_page(actor, task) for task in pages_of(actor)]
    pages += [Page(words, url) for words, url in going_on(actor)]
    return render(request, "desk/paged/strip.html", {"pages": pages})


def _page(actor: Actor, task: CareTask) -> Page:
    session = session_around(task.client_id, task.opened_at)
    zone = ZoneInfo(session.site.time_zone) if session else ZoneInfo("UTC")
    place = session.room.name if session and session.room else ""
    words = _("Go to %(name)s now. Danger said at check-in, %(time)s. %(place)s") % {
        "name": short_name_for(actor, task.client),
        "time": f"{task.opened_at.astimezone(zone):%H:%M}",
        "place": place,
    }
    return Page(words.strip(), reverse("desk:task", args=[task.pk]))
