"""Asking the room of transfers for a place at another level, where the program has none."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.linkage.actions import open_transfer
from homeward.progress.rules.ways_up import kind_of


def ask_for_transfer(
    review: Any,
    episode: Any,
    *,
    direction: str,
    to_level: str,
    receiving: str,
    from_day: date,
    actor: Actor,
    now: datetime,
) -> UUID:
    """The transfer that was opened, or the one that is open already.

    Raises KeyError for a level the edition has not; refusals of that room are passed on.
    """
    transfer = open_transfer(
        actor=actor,
        client_id=episode.client_id,
        direction=direction,
        level=kind_of(episode.placement.edition, to_level),
        level_code=to_level,
        reason_code=review.outcome,
        reason=review.reason,
        episode_id=episode.pk,
        place_name=receiving,
        from_day=from_day,
        origin=f"review:{review.pk}",
        now=now,
    )
    return transfer.pk  # type: ignore[no-any-return]
