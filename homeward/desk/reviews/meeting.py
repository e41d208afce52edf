"""The review meeting: one client after the other, with who sits there kept from one to the next.

The queue and the table are kept in the reader's own session, ids alone: nothing about anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.reviews import pages
from homeward.desk.reviews.deciding import Deciding
from homeward.desk.reviews.forms import MeetingForm
from homeward.kernel.records import RecordClass
from homeward.progress import actions
from homeward.progress.models import LevelReview
from homeward.progress.participants import may_take_part
from homeward.progress.queries import open_reviews, review_for
from homeward.progress.rules.causes import WEEKLY

ROOM = "desk/reviews"
KEPT = "review_meeting"
# A change is talked over while everybody is fresh.
ORDER = {"step_up": 0, "discharge": 1, "step_down": 2, "stay": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the meeting stands: which card of how many, and the ways on and back."""

    number: int
    count: int
    decided: int
    next_url: str
    back_url: str
    end_url: str


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def in_order(cards: Sequence[LevelReview]) -> list[LevelReview]:
    """Cards that ask for more care first, then other changes, then staying; causes before weeks."""
    return sorted(
        cards,
        key=lambda card: (
            ORDER.get(card.suggested, 3), card.opened_because == WEEKLY, card.client.name,
            str(card.pk),
        ),
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, get_if=actions.may_decide,
          post_if=actions.may_decide)  # fmt: skip
def review_meeting(request: HttpRequest) -> HttpResponse:
    """Who sits here and who is talked about; begins the round, or goes on with it."""
    actor = _actor(request)
    cards = in_order(open_reviews(actor))
    today = clock.today()
    workers = _workers(cards, today)
    kept = request.session.get(KEPT, {})
    seated = kept.get("participants") or ([str(actor.worker_id)] if actor.worker_id else [])
    form = MeetingForm(request.POST or None, workers=workers, initial={"participants": seated})
    if request.method == "POST" and form.is_valid():
        queue = [str(card.pk) for card in cards]
        request.session[KEPT] = {
            "participants": form.cleaned_data["participants"], "queue": queue, "decided": 0
        }  # fmt: skip
        if queue:
            return redirect("desk:review_meeting_card", queue[0])
        return redirect("desk:review_meeting")
    context = {
        "form": form,
        "names": [pages.card_row(actor, card, None) for card in cards],
        "decided": kept.get("decided", 0),
    }
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/meeting.html", context, status=status)


def _workers(cards: Sequence[LevelReview], today: Any) -> list[Any]:
    sites = {card.site_id for card in cards}
    found = {worker.pk: worker for site in sites for worker in may_take_part(site, today)}
    return sorted(found.values(), key=lambda worker: (worker.name, str(worker.pk)))


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.READ, get_if=actions.may_decide,
          post_if=actions.may_decide)  # fmt: skip
def review_meeting_card(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One client of the round; after the signature the next one."""
    kept = request.session.get(KEPT)
    card = review_for(_actor(request), review_id)
    if not kept or str(review_id) not in kept["queue"]:
        if request.method == "POST":
            raise Http404
        return redirect("desk:review", review_id)
    deciding = Deciding(request, card, kept["participants"])
    if request.method == "POST" and deciding.perform():
        kept["participants"] = deciding.form.cleaned_data["participants"] or kept["participants"]
        kept["decided"] += 1
        request.session[KEPT] = kept
        messages.success(request, _("Signed. The next one."))
        following = _next_open(_actor(request), kept["queue"], str(review_id))
        if following is None:
            return redirect("desk:review_meeting")
        return redirect("desk:review_meeting_card", following)
    return deciding.shown(f"{ROOM}/card.html", place=_place(kept, str(review_id)), opens_step=False)


def _place(kept: dict[str, Any], review_id: str) -> Place:
    queue = kept["queue"]
    at = queue.index(review_id)

    def url(index: int) -> str:
        if not 0 <= index < len(queue):
            return ""
        return reverse("desk:review_meeting_card", args=[queue[index]])

    return Place(
        number=at + 1, count=len(queue), decided=kept["decided"], next_url=url(at + 1),
        back_url=url(at - 1), end_url=reverse("desk:review_meeting"),
    )  # fmt: skip


def _next_open(actor: Actor, queue: list[str], review_id: str) -> str | None:
    """The next card of the round that nobody decided meanwhile; those skipped come last."""
    at = queue.index(review_id)
    still_open = {str(card.pk) for card in open_reviews(actor)}
    ahead = [*queue[at + 1 :], *queue[:at]]
    return next((key for key in ahead if key in still_open), None)
