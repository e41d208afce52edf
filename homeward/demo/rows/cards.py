"""Level-of-care cards: opened every week and when something calls for one, suggested by rule."""

from datetime import datetime, timedelta

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.standing import missed_in_row, standing_of
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events
from homeward.progress.listeners import OPENS_A_CARD
from homeward.progress.models import LevelReview
from homeward.progress.reviews import WEEKLY, monday_of
from homeward.progress.rules.review import ReviewNumbers, suggest


def open_card(told: Teller, life: Life, because: str, at: datetime) -> None:
    """The card of that week and cause, unless there is one; one that waits for the team is
    brought up to date instead."""
    day = told.setting.day(at, life.episode.site_id)
    key = f"{life.key}|{because}|{monday_of(day)}"
    waiting = [card for card in life.cards if card.decided_at is None and because != WEEKLY]
    if key in life.answered and not waiting:
        return
    numbers = ReviewNumbers.of(told.setting.numbers(day))
    decision = suggest(standing_of(told, life, day, numbers), numbers)
    if waiting:
        told.book.change(waiting[-1], suggestion=decision.to_json(), suggested=decision.outcome)
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
    )
    life.cards.append(card)


def open_after_result(told: Teller, life: Life, outcome: str, event: events.TestResulted) -> None:
    """A positive result opens a card for the team."""
    if outcome in OPENS_A_CARD and life.is_in_care:
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
