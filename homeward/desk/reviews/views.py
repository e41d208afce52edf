"""The week's cards, one card with its decision, and something the team learned."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.clients.reach import name_for
from homeward.desk.reviews import (
    links,  # noqa: F401 - says where evidence is read
    pages,
)
from homeward.desk.reviews.deciding import Deciding
from homeward.desk.reviews.forms import EventForm
from homeward.desk.steps import answer_step, back_to
from homeward.kernel.records import RecordClass
from homeward.progress import actions, words
from homeward.progress.queries import review_for
from homeward.progress.review_queries import open_denials

ROOM = "desk/reviews"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def reviews(request: HttpRequest) -> HttpResponse:
    """The cards to decide this week, those that ask for a change first."""
    actor = _actor(request)
    page = pages.WeeklyList.of(actor, clock.now())
    context = {
        "page": page, "denials": pages.denial_rows(actor, open_denials(actor)),
        "may_decide": actions.may_decide(actor), "may_replay": pages.may_replay(actor),
    }  # fmt: skip
    return render(request, f"{ROOM}/list.html", context)


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, post_if=actions.may_decide)
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One card: the suggestion with its lines, and the team's decision.

    Clinicians who sign decide, and supervisors who approve; others read.
    """
    deciding = Deciding(request, review_for(_actor(request), review_id))
    if request.method == "POST" and deciding.perform():
        messages.success(request, _("Signed. What follows is listed here."))
        return redirect("desk:review", review_id)
    return deciding.shown(f"{ROOM}/card.html")


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, post_if=actions.may_tell)
def review_event(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Something the team learned: it opens a card within the program's business days."""
    actor = _actor(request)
    episode = pages.open_episode(actor, client_id)
    today = clock.today(episode.site.time_zone)
    form = EventForm(request.POST or None, initial={"happened_on": today})
    return answer_step(
        request,
        form,
        template=f"{ROOM}/event.html",
        page={
            "name": name_for(actor, episode.client),
            "back": back_to(_("Back"), reverse("desk:chart", args=[client_id])),
        },
        perform=lambda form: actions.tell_event(
            actor=actor, episode_id=episode.pk, now=clock.now(), **_event(form.cleaned_data)
        ),
        done=_("Written down. A review is opened, and somebody is asked to hold it."),
        then=reverse("desk:chart", args=[client_id]),
        refusal_words=words.refusal,
        fields={
            "event_unknown": "code",
            "event_ahead": "happened_on",
            "event_before": "happened_on",
        },
    )


def _event(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in ("code", "happened_on", "words")}
