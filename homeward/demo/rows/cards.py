"""Level-of-care cards: opened every week and when something calls for one, suggested by rule."""

from datetime import date, datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.standing import missed_in_row, standing_of
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events
from homeward.progress.listeners import OPENS_A_CARD
from homeward.progress.models import LevelReview
from homeward.progress.reviews import LONGEST_CLOSED, WEEKLY, monday_of
from homeward.progress.rules.causes import CAUSES, held_by
from homeward.progress.rules.facts_kept import facts_json
from homeward.progress.rules.review import ReviewNumbers
from homeward.progress.rules.rule_sets import suggest


def open_card(told: Teller, life: Life, because: str, at: datetime) -> None:
    """A card of that cause, unless one stands in for it; one that waits for the team is brought
    up to date instead."""
    day = told.setting.day(at, life.episode.site_id)
    first = CAUSES[because].counts_from(day)
    key = f"{life.key}|{because}|{at.isoformat() if first is None else first}"
    waiting = [card for card in life.cards if card.decided_at is None and because != WEEKLY]
    if key in life.answered and not waiting:
        return
    held = told.setting.numbers(day)
    numbers = ReviewNumbers.of(held)
    standing = standing_of(told, life, day, numbers)
    decision = suggest(standing, numbers)
    by = _held_by(told, life, day, int(held["stepup_review_business_days"]), at)
    if waiting:
        card = waiting[-1]
        told.book.change(
            card, suggestion=decision.to_json(), suggested=decision.outcome,
            facts=facts_json(standing, numbers), held_by=min(card.held_by or by, by),
        )  # fmt: skip
        return
    life.answered.add(key)
    card = told.book.add(
        LevelReview,
        key,
        client=life.client,
        site_id=life.episode.site_id,
        episode=life.episode,
        week_of=monday_of(day),
        opened_at=at,
        opened_because=because,
        suggestion=decision.to_json(),
        suggested=decision.outcome,
        facts=facts_json(standing, numbers),
        held_by=None if because == WEEKLY else by,
    )
    life.cards.append(card)


def facts_at(told: Teller, life: Life, at: datetime) -> dict[str, Any]:
    """What a card says by what is known at an instant: its facts and its suggestion."""
    day = told.setting.day(at, life.episode.site_id)
    numbers = ReviewNumbers.of(told.setting.numbers(day))
    standing = standing_of(told, life, day, numbers)
    decision = suggest(standing, numbers)
    return {
        "suggestion": decision.to_json(), "suggested": decision.outcome,
        "facts": facts_json(standing, numbers),
    }  # fmt: skip


def _held_by(told: Teller, life: Life, day: date, business_days: int, at: datetime) -> datetime:
    zone = told.setting.zone(told.setting.site_of[life.episode.site_id])
    closed = told.setting.closed_days(day, day + LONGEST_CLOSED)
    return held_by(at, business_days, str(zone), closed)


def open_after_result(
    told: Teller, life: Life, outcome: str, event: events.TestResulted, *, was_known: bool
) -> None:
    """A positive result opens a card for the team; one that only became firmer does not."""
    if outcome in OPENS_A_CARD and not was_known and life.is_in_care:
        open_card(told, life, "test_result", utc(event.at))


def open_after_missed(told: Teller, life: Life, key: str) -> None:
    """Missed sessions in a row open a card when the register of the last is closed."""
    session = told.sessions[key]
    told.later(
        session.ends_at + timedelta(minutes=10), lambda then: _after_missed(told, life, then)
    )


def _after_missed(told: Teller, life: Life, at: datetime) -> None:
    if not life.is_in_care:
        return
    day = told.setting.day(at, life.episode.site_id)
    numbers = ReviewNumbers.of(told.setting.numbers(day))
    if missed_in_row(life, day - timedelta(weeks=numbers.weeks)) >= numbers.missed_in_row:
        open_card(told, life, "missed_in_row", at)
