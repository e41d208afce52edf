"""Once a week every episode gets a card for the team."""

from datetime import datetime, timedelta

from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.reviews import WEEKLY, open_cards, renew_waiting
from homeward.progress.standing import REVIEWING

FIRST_REVIEW_AFTER = timedelta(days=6)


@action
def open_weekly_reviews(*, actor: Actor, now: datetime) -> list[LevelReview]:
    """A card for every open episode of at least a week, once a week; returns the new ones.

    Only the program opens the weekly cards: nobody is left out by hand. Raises NotAllowed.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_opens")
    return open_cards(_in_care(now), WEEKLY, actor=actor, now=now)


@action
def renew_waiting_reviews(*, actor: Actor, now: datetime) -> int:
    """Cards that wait since an earlier day say what is known today; returns how many.

    A form that was open meanwhile notices it by the card's version. Raises NotAllowed.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_renews")
    return renew_waiting(_in_care(now), actor=actor, now=now)


def _in_care(now: datetime) -> list[Episode]:
    episodes = (
        Episode.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
        .filter(ended_at=None, admitted_at__lte=now - FIRST_REVIEW_AFTER)
        .select_related("phase", "site")
        .order_by("pk")
    )
    return list(episodes)
