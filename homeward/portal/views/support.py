"""The client asks for help with daily life, keeps a log of meetings, and chooses celebrations."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.linkage import actions
from homeward.linkage.models import MeetingEntry, Need
from homeward.linkage.reaching import reached
from homeward.portal.earned import shows
from homeward.portal.own import Own
from homeward.portal.support import Meetings, Milestones, Support
from homeward.portal.support_forms import (
    HelpForm,
    MeetingForm,
    MeetingTurnForm,
    MilestoneForm,
    TakeBackForm,
    WishForm,
)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _said_no(form: Any, refusal: Refusal, fields: dict[str, str]) -> None:
    if isinstance(refusal, (NotAllowed, StaleVersion)):
        raise refusal
    for code in refusal.codes:
        name = fields.get(code)
        form.add_error(name if name in form.fields else None, words_for(code))


@requires(RecordClass.LINKAGE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def support(request: HttpRequest) -> HttpResponse:
    """What help was asked for, and a form to ask for more."""
    actor = _actor(request)
    form = HelpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_need(
                actor=actor, client_id=_own_id(actor), wants="now", source="phone",
                kind=form.cleaned_data["kind"], severity=form.cleaned_data["severity"],
                own_words=form.cleaned_data["own_words"], now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _said_no(form, refusal, {"need_kind_unknown": "kind"})
        else:
            messages.success(request, _("Your team is told. Somebody will talk with you about it."))
            return redirect("portal:support")
    own = Own.of(actor)
    page = Support.of(own, form if form.errors else None)
    context = {"page": page, "shows_earned": shows(own)}
    return render(request, "portal/support.html", context, status=_status(form))


@requires(RecordClass.LINKAGE, post=Access.WRITE, kinds=(CLIENT,))
def support_wish(request: HttpRequest, need_id: UUID) -> HttpResponse:
    """Help with it now, later, or not."""
    actor = _actor(request)
    reached(Need, actor, need_id)
    form = WishForm(request.POST)
    if form.is_valid():
        try:
            actions.ask_about_need(
                actor=actor, need_id=need_id, wants=form.cleaned_data["wants"],
                expected_version=form.expected_version, now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _said_no(form, refusal, {})
        else:
            messages.success(request, _("Kept. You can say something else at any time."))
            return redirect("portal:support")
    messages.error(request, _("That was not kept. Choose again."))
    page = Support.of(Own.of(actor))
    return render(request, "portal/support.html", {"page": page}, status=422)


@requires(RecordClass.LINKAGE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def meetings(request: HttpRequest) -> HttpResponse:
    """One's own log of meetings."""
    actor = _actor(request)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.log_meeting(
                actor=actor, kind=data["kind"], on=data["on"], name=data["name"],
                note=data["note"], is_shared=data["is_shared"], now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            _said_no(form, refusal, {"meeting_day_ahead": "on", "meeting_kind_unknown": "kind"})
        else:
            messages.success(request, _("Kept in your log."))
            return redirect("portal:meetings")
    page = Meetings.of(Own.of(actor), form if form.errors else None)
    return render(request, "portal/meetings.html", {"page": page}, status=_status(form))


@requires(RecordClass.LINKAGE, post=Access.WRITE, kinds=(CLIENT,))
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show an entry to the team, take it back, or take it out."""
    actor = _actor(request)
    reached(MeetingEntry, actor, meeting_id)
    form = MeetingTurnForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not kept. Choose again."))
        page = Meetings.of(Own.of(actor))
        return render(request, "portal/meetings.html", {"page": page}, status=422)
    about: dict[str, Any] = {"actor": actor, "meeting_id": meeting_id, "now": clock.now()}
    act = form.cleaned_data["act"]
    if act == "strike":
        actions.strike_meeting(**about)
        messages.success(request, _("It is gone from your log."))
    else:
        actions.share_meeting(**about, is_shared=act == "show")
        messages.success(
            request, _("Your team sees it now.") if act == "show" else _("Only you see it now.")
        )
    return redirect("portal:meetings")


@requires(RecordClass.LINKAGE, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def milestones(request: HttpRequest) -> HttpResponse:
    """Which milestones are celebrated, where, and under which name."""
    actor = _actor(request)
    form = MilestoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.choose_milestone(
                actor=actor, milestone=data["milestone"], shown=data["shown"],
                name_shown=data["name_shown"], since_on=data["since_on"], now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            fields = {"choice_name_missing": "name_shown", "choice_day_ahead": "since_on"}
            _said_no(form, refusal, fields)
        else:
            messages.success(request, _("Kept. You can take it back at any time."))
            return redirect("portal:milestones")
    page = Milestones.of(Own.of(actor), form if form.errors else None)
    return render(request, "portal/milestones.html", {"page": page}, status=_status(form))


@requires(RecordClass.LINKAGE, post=Access.WRITE, kinds=(CLIENT,))
def milestone(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """Take a celebration back; it is gone at once."""
    TakeBackForm(request.POST).is_valid()
    actions.withdraw_milestone(actor=_actor(request), choice_id=choice_id, now=clock.now())
    messages.success(request, _("Taken back. It is not shown anywhere now."))
    return redirect("portal:milestones")


def _own_id(actor: Actor) -> UUID:
    assert actor.client_id is not None
    return actor.client_id


def _status(form: Any) -> int:
    return 422 if form.errors else 200
