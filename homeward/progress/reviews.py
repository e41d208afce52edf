"""Opening level-of-care cards: every week, and when something calls for one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.holding import hold
from homeward.program.queries import closed_days, numbers_for
from homeward.progress.before_signing import keep_until_signed
from homeward.progress.facts import ReviewOpened
from homeward.progress.models import LevelReview
from homeward.progress.reaching import local_day, start_of
from homeward.progress.rules.causes import CAUSES, WEEKLY, held_by
from homeward.progress.rules.facts_kept import facts_json
from homeward.progress.rules.review import ReviewNumbers, Standing
from homeward.progress.rules.rule_sets import suggest
from homeward.progress.standing import REVIEWING, standings_of

__all__ = ["WEEKLY", "monday_of", "open_cards"]
LONGEST_CLOSED = timedelta(days=21)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def open_cards(
    episodes: Sequence[Any], because: str, *, actor: Actor, now: datetime
) -> list[LevelReview]:
    """A card for each episode, unless one stands in for it (`Cause.counts_from`); the same number
    of queries for one and for a hundred of one program and site.

    What happens while a card waits for the team opens no second one: its suggestion is brought
    up to date. Only the weekly card always opens. What happens after the team decided is new.
    """
    made: list[LevelReview] = []
    groups: dict[tuple[Any, str], list[Any]] = {}
    for episode in episodes:
        groups.setdefault((episode.program_id, episode.site.time_zone), []).append(episode)
    for (program_id, zone), together in groups.items():
        on = local_day(now, zone)
        held_numbers = numbers_for(program_id, on)
        numbers = ReviewNumbers.of(held_numbers)
        by = _held_by(program_id, on, zone, int(held_numbers["stepup_review_business_days"]), now)
        standings = standings_of(together, on, numbers)
        known = _episodes_with_card([e.pk for e in together], because, on, zone)
        waiting = {} if because == WEEKLY else _waiting(together)
        for episode in together:
            if episode.pk in waiting:
                _renew(waiting[episode.pk], standings[episode.pk], numbers, because, by, actor, now)
                continue
            if episode.pk in known:
                continue
            decision = suggest(standings[episode.pk], numbers)
            made.append(
                LevelReview(
                    client_id=episode.client_id,
                    site_id=episode.site_id,
                    episode=episode,
                    week_of=monday_of(on),
                    opened_at=now,
                    opened_because=because,
                    suggestion=decision.to_json(),
                    suggested=decision.outcome,
                    facts=facts_json(standings[episode.pk], numbers),
                    held_by=None if because == WEEKLY else by,
                )
            )
    LevelReview.objects.bulk_create(made)
    for card in made:
        audit.record("progress.review.opened", actor=actor, subject=card, at=now, reason=because)
        announce(ReviewOpened(card.pk, card.client_id, because, card.suggested, now))
    keep_until_signed(made, actor=actor, now=now)
    return made


def _episodes_with_card(episodes: list[Any], because: str, on: date, zone: str) -> set[Any]:
    """Those with a card of this cause that is not too old to stand in for another."""
    first = CAUSES.get(because, CAUSES[WEEKLY]).counts_from(on)
    if first is None:
        return set()
    rows = LevelReview.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(
        episode__in=episodes, opened_because=because
    )
    is_whole_week = first == monday_of(on)
    since = {"week_of": first} if is_whole_week else {"opened_at__gte": start_of(first, zone)}
    return set(rows.filter(**since).values_list("episode_id", flat=True))


def _waiting(episodes: Sequence[Any]) -> dict[Any, LevelReview]:
    """The newest card of each episode that the team has still to decide, its client held."""
    hold([episode.client_id for episode in episodes])
    rows = (
        LevelReview.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .filter(episode__in=[episode.pk for episode in episodes], outcome="")
    )
    return {card.episode_id: card for card in rows.order_by("opened_at")}


def renew_waiting(episodes: Sequence[Any], *, actor: Actor, now: datetime) -> int:
    """Bring every card that waits since an earlier day up to what is known today."""
    waiting = _waiting(episodes)
    renewed = 0
    groups: dict[tuple[Any, str], list[Any]] = {}
    for episode in episodes:
        if episode.pk in waiting:
            groups.setdefault((episode.program_id, episode.site.time_zone), []).append(episode)
    for (program_id, zone), together in groups.items():
        on = local_day(now, zone)
        numbers = ReviewNumbers.of(numbers_for(program_id, on))
        old = [
            episode
            for episode in together
            if waiting[episode.pk].facts.get("standing", {}).get("on") != on.isoformat()
        ]
        standings = standings_of(old, on, numbers) if old else {}
        for episode in old:
            card = waiting[episode.pk]
            _renew(card, standings[episode.pk], numbers, WEEKLY, now, actor, now)
            renewed += 1
    return renewed


def facts_now(card: LevelReview, now: datetime) -> dict[str, Any]:
    """What a card that waits says by what is known now: its facts and its suggestion."""
    episode = card.episode
    on = local_day(now, episode.site.time_zone)
    numbers = ReviewNumbers.of(numbers_for(episode.program_id, on))
    standing = standings_of([episode], on, numbers)[episode.pk]
    decision = suggest(standing, numbers)
    return {
        "suggestion": decision.to_json(), "suggested": decision.outcome,
        "facts": facts_json(standing, numbers),
    }  # fmt: skip


def _held_by(program_id: Any, on: date, zone: str, business_days: int, now: datetime) -> datetime:
    closed = closed_days(program_id, on, on + LONGEST_CLOSED)
    return held_by(now, business_days, zone, closed)


def _renew(
    card: LevelReview, standing: Standing, numbers: ReviewNumbers, because: str, by: datetime,
    actor: Actor, now: datetime,
) -> None:  # fmt: skip
    """A card that waits is brought up to date, and is held as soon as the new cause asks."""
    decision = suggest(standing, numbers)
    card.change(
        suggestion=decision.to_json(), suggested=decision.outcome,
        facts=facts_json(standing, numbers),
        held_by=min(card.held_by or by, by) if because != WEEKLY else card.held_by,
    )  # fmt: skip
    audit.record("progress.review.renewed", actor=actor, subject=card, at=now)
