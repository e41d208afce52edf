"""Whether the team will sit together about the client, and what the client said before."""

from typing import Any

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.progress.models import LevelReview
from homeward.progress.review_records import ClientView
from homeward.progress.reviews import monday_of


def view_of(own: Own) -> ClientView | None:
    """What the client said this week."""
    if own.episode is None:
        return None
    rows: Any = ClientView.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    found: ClientView | None = rows.filter(
        episode_id=own.episode.pk, week_of=monday_of(own.today)
    ).first()
    return found


def is_asked(own: Own) -> bool:
    """Whether the team will sit together about the client and has not heard them yet."""
    if own.episode is None:
        return False
    service = Actor.of_service("portal.review")
    cards = LevelReview.objects.for_actor(service, Purpose.CLIENT_REQUEST).filter(
        episode_id=own.episode.pk, outcome=""
    )
    return cards.exists() and view_of(own) is None
