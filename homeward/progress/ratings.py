"""The risk ratings of a client as they stand: those of the newest decided review, else of the
placement the care rests on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day
from homeward.progress.standing import REVIEWING

DIMENSIONS = {"3": range(1, 7), "4": range(1, 6)}
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Rated:
    """Ratings 0 to 4 by dimension, the edition they belong to, and since when they stand."""

    edition: str
    ratings: Mapping[str, int]
    on: date | None
    review_id: UUID | None = None
    placement_id: UUID | None = None


def rated_now(episode: Any, before: Any = None) -> Rated:
    """The ratings in force; `before` leaves out a review and everything decided after it."""
    rows = LevelReview.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
        episode_id=episode.pk, decided_at__isnull=False
    ).exclude(ratings={})  # fmt: skip
    if before is not None and before.decided_at is not None:
        rows = rows.filter(decided_at__lt=before.decided_at)
    last = rows.order_by("-decided_at").first()
    placement = episode.placement
    if last is not None:
        return Rated(placement.edition, last.ratings, last.week_of, review_id=last.pk)
    on = local_day(placement.assessed_at, episode.site.time_zone)
    return Rated(placement.edition, placement.ratings, on, placement_id=placement.pk)


def dimensions_of(edition: str) -> Collection[int]:
    """The dimensions that are rated in an edition."""
    return DIMENSIONS.get(edition, DIMENSIONS["3"])


def missing_ratings(edition: str, ratings: Mapping[str, Any]) -> list[str]:
    """The dimensions without a rating from 0 to 4, as codes."""
    return [
        f"rating_{number}"
        for number in dimensions_of(edition)
        if ratings.get(str(number)) not in range(HIGHEST + 1)
    ]
