"""The week's cards, one card with its decision, and reaching people who did not come."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.desk.reviews import pages
from homeward.desk.reviews.forms import DecisionForm, OutreachForm
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress import actions, words
from homeward.progress.models import LevelReview
from homeward.progress.queries import outreach_for, review_for

ROOM = "desk/reviews"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def reviews(request: HttpRequest) -> HttpResponse:
    """The cards to decide this week, those that ask for a change first."""
    page = pages.WeeklyList.of(_actor(request), clock.now())
    return render(request, f"{ROOM}/list.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, post_if=actions.may_decide)
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One card: the suggestion with its lines, and the team's decision.

    Clinicians who sign decide, and supervisors who approve; others read.
    """
    actor = _actor(request)
    card = review_for(actor, review_id)
    form = _decision_form(request, card)
    page = pages.Card.of(actor, card)
    may_decide = card.decided_at is None and actions.may_decide(actor)
    days = int(numbers_for(card.episode.program_id, clock.today())["handoff_days"])
    return answer_step(
        request,
        form,
        template=f"{ROOM}/card.html",
        page={
            "page": page,
            "may_decide": may_decide,
            "handoff_days": days,
            "opens_step": card.suggested == "step_down" or request.method == "POST",
        },
        perform=lambda form: actions.decide_review(
            actor=actor, review_id=review_id, now=clock.now(), **_told(form, card)
        ),
        done=_("The decision is written down."),
        then=reverse("desk:reviews"),
        refusal_words=lambda code: words.refusal(code, days=days),
        fields={
            "prevention_plan": "has_prevention_plan",
            "first_appointment": "first_appointment_at",
        },
    )


def _decision_form(request: HttpRequest, card: LevelReview) -> DecisionForm:
    episode = card.episode
    phases = [
        phase
        for phase in Phase.objects.filter(program_id=episode.program_id).order_by("position")
        if phase.weekly_minutes < episode.phase.weekly_minutes
    ]
    form = DecisionForm(
        request.POST or None, phases=phases, today=clock.today(episode.site.time_zone),
        version=card.version,
    )  # fmt: skip
    if phases:
        form.fields["to_phase"].initial = str(phases[0].pk)
    return form


def _told(form: ActionForm, card: LevelReview) -> dict[str, Any]:
    data = form.cleaned_data
    told = {
        "outcome": data["outcome"],
        "reason": data["reason"],
        "client_view": data["client_view"],
        "expected_version": form.expected_version,
    }
    if data["outcome"] == "step_down":
        told |= {
            "to_phase_id": UUID(data["to_phase"]) if data["to_phase"] else None,
            "from_day": data["from_day"],
            "has_prevention_plan": data["has_prevention_plan"],
            "receiving_program": data["receiving_program"],
            "first_appointment_at": _at_site(data["first_appointment_at"], card),
        }
    return told


def _at_site(moment: datetime | None, card: LevelReview) -> datetime | None:
    """The typed wall time, as the site's clock means it."""
    if moment is None:
        return None
    return moment.replace(tzinfo=ZoneInfo(card.episode.site.time_zone))


@requires(RecordClass.SCHEDULE, get=Access.WRITE)
def outreach_list(request: HttpRequest) -> HttpResponse:
    """Everybody who was missed and not reached yet."""
    rows = pages.outreach_rows(_actor(request), clock.now())
    return render(request, f"{ROOM}/outreach_list.html", {"rows": rows})


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def outreach(request: HttpRequest, mark_id: UUID) -> HttpResponse:
    """One missed session: the next rung of the ladder, and a place to write down a try."""
    item = outreach_for(_actor(request), mark_id)
    form = OutreachForm(request.POST or None, channels=item.next.channels)
    client = item.mark.client
    if item.next.channels:
        form.fields["channel"].initial = item.next.channels[0]
    return answer_step(
        request,
        form,
        template=f"{ROOM}/outreach.html",
        page={
            "client": client,
            "item": item,
            "step": pages.step_words(item),
            "due": pages.due_words(item.next.due_at),
            "tries": pages.tries_of(item),
            "back": back_to(_("Back"), reverse("desk:outreach_list")),
        },
        perform=lambda form: actions.record_outreach(
            actor=_actor(request),
            episode_id=item.mark.episode_id,
            session_id=item.mark.session_id,
            channel=form.cleaned_data["channel"],
            outcome=form.cleaned_data["outcome"],
            step=item.next.step,
            note=form.cleaned_data["note"],
            now=clock.now(),
        ),
        done=_("The try is written down."),
        then=reverse("desk:outreach_list"),
        refusal_words=words.refusal,
        fields={"no_consent_to_contact": "channel"},
    )
