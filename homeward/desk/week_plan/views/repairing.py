"""The ways the engine found: looked at, and one taken over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.asked import whole_number
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week_plan.forms.repairs import TakeOverForm
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.idle import is_idle
from homeward.desk.week_plan.pages.question import question_page, take_over_words
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.views.reaching import actor_of, knowing, opened_with_week
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.actions.take_over import may_say_hours, take_over
from homeward.timetable.drafting.care_changes import clients_named
from homeward.timetable.drafting.reading import OpenDraft
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.questions import WeekQuestion

ROOM = "desk/week_plan"


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def repair(request: HttpRequest, draft_id: UUID, question_id: UUID) -> HttpResponse:
    """The ways the engine found; taking one over is one move of the draft."""
    asked = WeekQuestion.objects.get(pk=question_id, draft_id=draft_id)
    named = clients_named(asked.question.get("events", []))
    opened = knowing(actor_of(request), opened_with_week(actor_of(request), draft_id), named)
    if request.method != "POST":
        return _answered(request, opened, asked, None)
    form = TakeOverForm(request.POST)
    place = form.cleaned_data["alternative"] if form.is_valid() else len(asked.answers)
    if place >= len(asked.answers) or "schedule" not in asked.answers[place]:
        form.add_error(None, _("Choose one of the ways below."))
        return _answered(request, opened, asked, form, 422)
    seen, ground = form.expected_version, Ground.of(opened)
    moves_nobody = is_idle(ground, asked.answers[place])
    try:
        take_over(
            actor=actor_of(request), draft_id=draft_id, question_id=asked.pk, alternative=place,
            why=take_over_words(ground, asked, asked.answers[place]),
            seen=opened.head if seen is None else seen, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _answered(request, opened, asked, form, 422)
    messages.success(
        request,
        _("The plan knows it now. Nobody was moved.")
        if moves_nobody
        else _("Taken over. Publish the changes to tell those it moves."),
    )
    return redirect("desk:week_draft", draft_id)


def _answered(
    request: HttpRequest,
    opened: OpenDraft,
    asked: WeekQuestion,
    form: TakeOverForm | None,
    status: int = 200,
) -> HttpResponse:
    is_open = opened.draft.state == WeekDraft.State.READY
    client = asked.question.get("client", "")
    may_hours = bool(client) and is_open and may_say_hours(actor_of(request), client)
    page = question_page(Ground.of(opened), opened, asked, may_move=is_open, may_hours=may_hours)
    if request.headers.get("HX-Target") == "answer":
        fresh = page.alternatives[whole_number(request.GET.get("seen", "")) or 0 :]
        if page.is_thinking and not fresh:
            return HttpResponse(status=204)
        if page.alternatives and not page.is_failed and (page.is_thinking or not page.idle):
            return render(request, f"{ROOM}/_found.html", {"page": page, "fresh": fresh})
        answer = HttpResponse(status=200)
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, f"{ROOM}/repair.html", {"page": page, "form": form}, status=status)
