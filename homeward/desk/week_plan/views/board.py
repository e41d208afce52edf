"""The board of a draft and what is read from it; nothing is changed here."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.hours import busy_reasons
from homeward.desk.week_plan.pages.arrivals import Arrivals
from homeward.desk.week_plan.pages.changes import changes_page
from homeward.desk.week_plan.pages.failed import FailedPage
from homeward.desk.week_plan.pages.impossible import impossible_words
from homeward.desk.week_plan.pages.moves import move_lines
from homeward.desk.week_plan.pages.plan import UNMET_SHOWN, Asked, plan_page
from homeward.desk.week_plan.pages.progress import ProgressPage
from homeward.desk.week_plan.pages.reasons import explained
from homeward.desk.week_plan.pages.unplaced import unmet_lines, unmet_needs
from homeward.desk.week_plan.pages.week_notes import week_notes
from homeward.desk.week_plan.views.reaching import actor_of, draft_in_reach, opened_with_week
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.drafting.reading import compare, latest_step, open_draft
from homeward.timetable.drafting.standing import may_plan_anew, notice_of
from homeward.timetable.drafting.telling import news_of
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.solver.propagating.propagate import propagate

ROOM = "desk/week_plan"


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The plan as it stands, or how far planning is."""
    found = draft_in_reach(actor_of(request), draft_id)
    if found.state == WeekDraft.State.PLANNING:
        page = ProgressPage.of(found, latest_step(draft_id), clock.now())
        return render(request, f"{ROOM}/progress.html", {"page": page})
    opened = open_draft(actor_of(request), draft_id)
    if opened.schedule is None:
        return render(request, f"{ROOM}/failed.html", {"page": FailedPage.of(found)})
    notice = notice_of(opened.draft)
    again = may_plan_anew(opened.draft, notice, clock.now())
    asked = Asked.of_address(request.GET)
    shown = plan_page(opened, asked, may_plan_again=again, is_again=notice is not None)
    arrivals = Arrivals.of(actor_of(request), opened) if shown.is_open else None
    context = {"page": shown, "arrivals": arrivals, "notes": week_notes(opened)}
    return render(request, f"{ROOM}/plan.html", context)


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def reasons(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Everything that could not be placed, with the engine's reasons and offers."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    missing = unmet_needs(ground.instance, ground.sittings())
    hours = busy_reasons(actor_of(request), {client for client, _service in missing})
    lines = unmet_lines(draft_id, ground.labels, missing, explained(ground, hours))
    if request.GET.get("part"):
        # The card beside the board fetches its reasons after the page is there.
        more = max(0, len(lines) - UNMET_SHOWN)
        part = {"lines": lines[:UNMET_SHOWN], "more": more, "short": True}
        return render(request, f"{ROOM}/_unmet.html", part)
    never = [each.to_json() for each in propagate(opened.instance).impossible]
    context = {"lines": lines, "draft": opened.draft, "never": impossible_words(ground, never)}
    return render(request, f"{ROOM}/reasons.html", context)


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def changes(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """What becomes otherwise than people were told last."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    everybody, news = news_of(opened, clock.now())
    has_before = everybody.previous is not None
    lines = compare(everybody, news) if has_before else []
    page = changes_page(ground, lines, has_before=has_before)
    return render(request, f"{ROOM}/changes.html", {"page": page, "draft": opened.draft})


def moves_shown(request: HttpRequest, draft_id: UUID, form: object, status: int) -> HttpResponse:
    """The list of every move, with a form that was refused above it if there is one."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    is_open = opened.draft.state == WeekDraft.State.READY
    lines = move_lines(ground, opened.moves, opened.head, may_undo=is_open)
    context = {"lines": lines, "draft": opened.draft, "form": form}
    return render(request, f"{ROOM}/moves.html", context, status=status)
