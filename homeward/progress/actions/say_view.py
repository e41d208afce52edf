"""The client says before the review how they see their own care."""

from datetime import datetime
from typing import Any

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day
from homeward.progress.review_records import ClientView
from homeward.progress.reviews import monday_of
from homeward.progress.standing import REVIEWING

LONGEST = 300


class ViewIncomplete(Refusal):
    """One of the four answers is chosen."""


@action
def say_view(
    *, actor: Actor, wish: str, words: str = "", hard: str = "", now: datetime
) -> ClientView:
    """Keep the client's own view of this week; said again in the same week it takes its place.

    Once the team has decided this week's card the words stand, and a later word counts for the
    next week. Raises ViewIncomplete; NotAllowed for anybody but a client in care.
    """
    if actor.client_id is None:
        raise NotAllowed
    if wish not in ClientView.Wish.values:
        raise ViewIncomplete("wish")
    episode = _own_episode(actor)
    monday = monday_of(local_day(now, episode.site.time_zone))
    rows = ClientView.objects.for_actor(actor, Purpose.CLIENT_REQUEST, to=Access.WRITE)
    held: ClientView | None = (
        rows.select_for_update(of=("self",)).filter(episode=episode, week_of=monday).first()
    )
    if held is not None and _is_decided(episode, held):
        raise ViewIncomplete("view_was_read")
    values: dict[str, Any] = {
        "at": now, "wish": wish, "words": words.strip()[:LONGEST], "hard": hard.strip()[:LONGEST]
    }  # fmt: skip
    if held is None:
        held = ClientView.objects.create(
            client_id=episode.client_id, site_id=episode.site_id, episode=episode, week_of=monday,
            **values,
        )  # fmt: skip
    else:
        held.change(**values)
    # The row must lie within what the actor may write; otherwise nothing happened.
    view: ClientView = rows.get(pk=held.pk)
    audit.record("progress.view.said", actor=actor, subject=view, at=now)
    return view


def _own_episode(actor: Actor) -> Episode:
    rows = Episode.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(
        client_id=actor.client_id, ended_at=None
    )
    episode: Episode | None = rows.select_related("site").order_by("-admitted_at").first()
    if episode is None:
        raise NotAllowed
    return episode


def _is_decided(episode: Episode, held: ClientView) -> bool:
    cards = LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT)
    return bool(cards.filter(episode=episode, decided_at__gte=held.at).exists())
