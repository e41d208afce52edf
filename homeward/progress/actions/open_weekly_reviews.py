"""Once a week every episode gets a card for the team."""

from datetime import datetime, timedelta

from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.reviews import WEEKLY, open_cards
from homeward.progress.standing import REVIEWING

FIRST_REVIEW_AFTER = timedelta(days=6)


@action
def open_weekly_reviews(*, actor: Actor, now: datetime) -> list[LevelReview]:
    """A card for every open episode of at least a week, once a week; returns the new ones.

    Only the program opens the weekly cards: nobody is left out by hand. Raises NotAllowed.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_opens")
    episodes = (
        Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
        .filter(ended_at=None, admitted_at__lte=now - FIRST_REVIEW_AFTER)
        .select_related("phase", "site")
        .order_by("pk")
    )
    return open_cards(list(episodes), WEEKLY, actor=actor, now=now)
