"""Reads about what stands around reviews worth a name."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.progress.models import LevelReview
from homeward.progress.review_records import (
    CourseEvent,
    DenialStep,
    LevelDenial,
    ReviewEffect,
    ReviewerCall,
)
from homeward.progress.standing import REVIEWING
from homeward.progress.table import expect_told, kept_denials


def effects_of(actor: Actor, review: LevelReview) -> list[ReviewEffect]:
    """What followed from a decision, in the order it is read."""
    rows = ReviewEffect.objects.for_actor(actor, Purpose.TREATMENT).filter(review=review)
    return list(rows.select_related("site").order_by("position"))


def denials_of(actor: Actor, review: LevelReview) -> list[LevelDenial]:
    """Each payer's no to a decision, the newest first, less what waits for a signature."""
    rows = LevelDenial.objects.for_actor(actor, Purpose.TREATMENT).filter(review=review)
    return _told(actor, rows.order_by("-denied_at"))


def open_denials(actor: Actor) -> list[LevelDenial]:
    """Every no that is still being answered, within reach, and is not kept from the actor."""
    rows = LevelDenial.objects.for_actor(actor, Purpose.TREATMENT).filter(
        state=LevelDenial.State.OPEN, episode__ended_at=None
    )
    return _told(actor, rows.select_related("client", "site").order_by("denied_at"))


def _told(actor: Actor, rows: Iterable[LevelDenial]) -> list[LevelDenial]:
    found = list(rows)
    kept = kept_denials(actor, found)
    return [row for row in found if row.pk not in kept]


def denial_for(actor: Actor, denial_id: UUID) -> LevelDenial:
    """One of them; LevelDenial.DoesNotExist out of scope, NotSignedYet where the team's own
    decision comes first."""
    rows = LevelDenial.objects.for_actor(actor, Purpose.TREATMENT)
    found: LevelDenial = rows.select_related(
        "client", "site", "episode__program", "episode__phase", "review", "provided_by"
    ).get(pk=denial_id)
    expect_told(actor, found)
    return found


def opens_denial(actor: Actor, denial_id: UUID) -> bool:
    """Whether `denial_for` answers this actor; nothing of the denial is shown by asking."""
    rows = LevelDenial.objects.for_actor(actor, Purpose.TREATMENT).filter(pk=denial_id)
    if not rows.exists():
        return False
    own = LevelDenial.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(pk=denial_id)
    return not kept_denials(actor, own)


def steps_of(actor: Actor, denial: LevelDenial) -> list[DenialStep]:
    """The steps against it, the newest first."""
    rows = DenialStep.objects.for_actor(actor, Purpose.TREATMENT).filter(denial=denial)
    return list(rows.select_related("by").order_by("-at"))


def payer_calls_of(actor: Actor, episode: Any, limit: int = 6) -> list[ReviewerCall]:
    """The calls with a payer's reviewer about an episode, the newest first."""
    rows = ReviewerCall.objects.for_actor(actor, Purpose.PAYMENT).filter(episode_id=episode.pk)
    return list(rows.select_related("by", "payer").order_by("-at")[:limit])


def events_of(actor: Actor, episode: Any) -> list[CourseEvent]:
    """What the team told about an episode, the newest first."""
    rows = CourseEvent.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.select_related("told_by").order_by("-happened_on"))


def at_wall(moment: datetime | None, zone: str) -> datetime | None:
    """An instant on a site's own clock."""
    return moment.astimezone(ZoneInfo(zone)) if moment else None
