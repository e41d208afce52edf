"""The plan tab, its thread, its changes, and its reviews as they were kept."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.admissions.queries import episodes_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.asked import whole_number
from homeward.core.policies import requires
from homeward.desk.chart.frame import ChartFrame, chart_frame
from homeward.desk.plans.pages.changes import changes_page
from homeward.desk.plans.pages.knots import Asked
from homeward.desk.plans.pages.plan import plan_page
from homeward.desk.plans.pages.reviewed import reviewed_page
from homeward.desk.plans.pages.thread import thread_page
from homeward.desk.plans.views.reach import back_to, plan_of, workers_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans.models import PlanReview


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_plan(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The plan of the present episode, or of the last one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_plan")
    number = whole_number(request.GET.get("number", ""))
    page = plan_page(actor, _episode(actor, frame), number, clock.now())
    return render(request, "desk/plans/plan.html", {"frame": frame, "page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_thread(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The thread of the present episode, or of the last one, at what the reader came from."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_plan")
    asked = Asked(**{name: request.GET.get(name, "") for name in ("objective", "note", "review")})
    page = thread_page(actor, _episode(actor, frame), asked, clock.now())
    return render(request, "desk/plans/thread.html", {"frame": frame, "page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def plan_changes(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """An amendment beside the version it amends."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    if plan.amends_id is None:
        raise Http404
    names = {each.pk: each.name for each in workers_for(plan)}
    facts = {"page": changes_page(actor, plan, names), "back": back_to(plan)}
    return render(request, "desk/plans/changes.html", facts)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def plan_reviewed(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One review as it was kept, with the record it was made from."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = PlanReview.objects.for_actor(actor, Purpose.TREATMENT)
    review = rows.select_related("by", "plan__site").get(pk=review_id)
    facts = {"page": reviewed_page(actor, review), "back": back_to(review.plan)}
    return render(request, "desk/plans/reviewed.html", facts)


def _episode(actor: Actor, frame: ChartFrame):  # type: ignore[no-untyped-def]
    return frame.episode or next(iter(episodes_of(actor, frame.client)), None)
