"""The worklist, the figures, and the wall of the group room."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.asked import day as asked_day
from homeward.core.policies import requires
from homeward.desk.linkage.pages.figures import FiguresPage
from homeward.desk.linkage.pages.wall import WallPage
from homeward.desk.linkage.pages.worklist import WorklistPage
from homeward.desk.linkage.turns import ROOM
from homeward.kernel.records import RecordClass
from homeward.linkage.figures import figures_between
from homeward.program.models import Site

LOOKS_BACK = timedelta(days=90)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.LINKAGE, get=Access.READ)
def support(request: HttpRequest) -> HttpResponse:
    """Everything that waits for an answer, what is late at the top."""
    page = WorklistPage.of(_actor(request), clock.now(), request.GET.get("show", ""))
    return render(request, f"{ROOM}/worklist.html", {"page": page})


@requires(RecordClass.LINKAGE, get=Access.READ)
def support_figures(request: HttpRequest) -> HttpResponse:
    """Shares and days by kind of need, with the very query they were read with."""
    actor = _actor(request)
    today = clock.today()
    last = asked_day(request.GET.get("until", "")) or today
    first = asked_day(request.GET.get("from", "")) or last - LOOKS_BACK
    first, last = min(first, last), max(first, last)
    zone = ZoneInfo(settings.TIME_ZONE)
    found = figures_between(actor, first, last, actor.site_ids, zone)
    return render(request, f"{ROOM}/figures.html", {"page": FiguresPage.of(found, first, last)})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def wall(request: HttpRequest) -> HttpResponse:
    """Milestones of those who chose to show them, under the name they chose; nobody else's."""
    sites = _sites(_actor(request))
    if not sites:
        raise Http404
    asked = request.GET.get("site", "")
    site = next((each for each in sites if each.code == asked), sites[0])
    page = WallPage.of(site, sites, clock.now())
    return render(request, f"{ROOM}/wall.html", {"page": page})


def _sites(actor: Actor) -> list[Site]:
    """The sites where the actor works."""
    rows = Site.objects.order_by("name")
    if not any(grant.site_id is None for grant in actor.grants):
        rows = rows.filter(pk__in=actor.site_ids)
    return list(rows)
