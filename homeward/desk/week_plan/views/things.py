"""One group, one talk, one need: what it is, and every move that can be asked for it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.week_plan.forms.opening import OpenGroupForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.hours import busy_reasons
from homeward.desk.week_plan.pages.need import need_page
from homeward.desk.week_plan.pages.reasons import explained
from homeward.desk.week_plan.pages.thing import group_page, opening_page, single_page
from homeward.desk.week_plan.views.reaching import actor_of, opened_with_week
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.drafts import WeekDraft

ROOM = "desk/week_plan"


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def group(request: HttpRequest, draft_id: UUID, group: str) -> HttpResponse:
    """One group of the draft."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    found = ground.groups.get(group)
    if found is None:
        raise Http404
    asked = (request.GET.get("day", ""), request.GET.get("start", ""))
    page = group_page(ground, found, asked, may_move=opened.draft.state == WeekDraft.State.READY)
    return render(request, f"{ROOM}/thing.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def single(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """One talk of the draft, named in the address."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    wanted = tuple(request.GET.get(name, "") for name in ("client", "service", "day", "start"))
    for each in ground.schedule.singles:
        if (each.client, each.service, str(each.day), str(each.start)) == wanted:
            is_open = opened.draft.state == WeekDraft.State.READY
            page = single_page(ground, each, may_move=is_open)
            return render(request, f"{ROOM}/thing.html", {"page": page})
    raise Http404


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def opening(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """A new group; the form tries it before it is made."""
    opened = opened_with_week(actor_of(request), draft_id)
    if opened.draft.state != WeekDraft.State.READY:
        raise Http404
    ground = Ground.of(opened)
    begins = {name: request.GET.get(name, "") for name in ("service", "phase", "language")}
    form = OpenGroupForm(ground=ground, initial={key: each for key, each in begins.items() if each})
    return render(request, f"{ROOM}/opening.html", {"page": opening_page(ground, form)})


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def need(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """One need without a place: why, what one change would give it, and placing it by hand."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    client, service = request.GET.get("client", ""), request.GET.get("service", "")
    found = ground.instance.clients.get(client)
    if found is None or service not in found.needs or service not in ground.instance.services:
        raise Http404
    why = explained(ground, busy_reasons(actor_of(request), {client}))
    is_open = opened.draft.state == WeekDraft.State.READY
    page = need_page(ground, client, service, why, may_move=is_open)
    return render(request, f"{ROOM}/need.html", {"page": page})
