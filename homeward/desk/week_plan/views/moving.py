"""Moves: tried as they are made, made, taken back. A trial changes nothing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week_plan.forms.moves import MoveForm
from homeward.desk.week_plan.forms.registry import form_for
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.pages.moves import MoveWords, move_lines
from homeward.desk.week_plan.pages.trial import TrialPage
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.views.board import moves_shown
from homeward.desk.week_plan.views.reaching import actor_of, opened_with_week
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.timetable.actions.make_move import MoveRefused, make_move, undo_move
from homeward.timetable.drafting.standing import MovedMeanwhile
from homeward.timetable.drafting.trying import tried

ROOM = "desk/week_plan"


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def trial(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """What a move would do: allowed or which rules, what it costs, whose week changes."""
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    form = _form(request.GET, ground, opened.head)
    if not form.is_valid():
        page = TrialPage.of(ground, form)
        return _shown(request, page, status=422)
    move = form.move()
    try:
        found = tried(ground.instance, ground.schedule, move)
    except Refusal as refusal:
        say_no(form, refusal)
        return _shown(request, TrialPage.of(ground, form), status=422)
    return _shown(request, TrialPage.of(ground, form, found, move))


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def moves(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Every move of the draft; a new one is sent here."""
    if request.method != "POST":
        return moves_shown(request, draft_id, None, 200)
    opened = opened_with_week(actor_of(request), draft_id)
    ground = Ground.of(opened)
    form = _form(request.POST, ground, opened.head)
    if not form.is_valid():
        # What it names may have been moved by somebody else; their moves stand beside it.
        others = _others(ground, opened, form.cleaned_data.get("form_version"))
        return _shown(request, TrialPage.of(ground, form, others=others), status=422)
    move, seen = form.move(), form.expected_version
    try:
        make_move(
            actor=actor_of(request), draft_id=draft_id, move=move,
            seen=opened.head if seen is None else seen, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except MoveRefused as refusal:
        return _shown(request, TrialPage.of(ground, form, refusal.trial, move), status=422)
    except MovedMeanwhile as refusal:
        say_no(form, refusal)
        others = _others(ground, opened, seen)
        _renew(form, opened.head)
        return _shown(request, _again(ground, form, move, others), status=422)
    except Refusal as refusal:
        say_no(form, refusal)
        return _shown(request, TrialPage.of(ground, form), status=422)
    messages.success(request, _("Moved. Nobody is told until you publish."))
    return redirect("desk:week_draft", draft_id)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def undo(request: HttpRequest, draft_id: UUID, number: int) -> HttpResponse:
    """Take one move back."""
    form = ActionForm(request.POST)
    form.full_clean()
    seen = form.cleaned_data.get("form_version")
    try:
        undo_move(
            actor=actor_of(request), draft_id=draft_id, number=number,
            seen=number if seen is None else seen, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return moves_shown(request, draft_id, form, 422)
    messages.success(request, _("Taken back."))
    return redirect("desk:week_draft", draft_id)


def _form(data: Any, ground: Ground, head: int) -> MoveForm:
    made = form_for(data.get("kind", ""))
    if made is None:
        raise Http404
    return made(data, ground=ground, version=head)


def _shown(request: HttpRequest, page: TrialPage, status: int = 200) -> HttpResponse:
    """The whole page, or the tray beside the board where a script asked for it."""
    is_tray = request.headers.get("HX-Target") == "trial"
    name = "_trial.html" if is_tray else "trial.html"
    return render(request, f"{ROOM}/{name}", {"page": page, "form": page.form}, status=status)


def _others(ground: Ground, opened: Any, seen: int | None) -> tuple[MoveWords, ...]:
    """What others did after the page was opened."""
    since = opened.head if seen is None else seen
    lines = move_lines(ground, opened.moves, opened.head, may_undo=False)
    return tuple(line for line in lines if line.number > since)


def _renew(form: MoveForm, head: int) -> None:
    """The next sending is made from what stands there now."""
    before: Any = form.data
    sent = before.copy()
    sent["form_version"] = str(head)
    form.data = sent


def _again(ground: Ground, form: MoveForm, move: Any, others: tuple[MoveWords, ...]) -> TrialPage:
    """The same move on what stands now, beside what the others did."""
    try:
        found = tried(ground.instance, ground.schedule, move)
    except Refusal:
        return TrialPage.of(ground, form, others=others)
    return TrialPage.of(ground, form, found, move, others)
