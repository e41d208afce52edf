"""The weekly review: cards that open by themselves, the team's decision, a phase that changes."""

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from homeward.admissions.models import EpisodeStage
from homeward.demo.rows.book import utc
from homeward.demo.rows.cards import facts_at, open_card
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.rows.weeks import first_session_on
from homeward.demo.story import events
from homeward.demo.wording import review_reason
from homeward.progress.actions.open_weekly_reviews import FIRST_REVIEW_AFTER
from homeward.progress.models import Appointment
from homeward.progress.participants import table_of
from homeward.progress.reviews import WEEKLY, monday_of
from homeward.progress.rules.level import level_for

OPENED = time(0, 20)
BEGUN = timedelta(minutes=5)
DAY = timedelta(days=1)


def open_every_week(told: Teller, first_day: date) -> None:
    """Have this week's cards opened every Monday, from the story's first one on."""
    zone = told.setting.zone(next(iter(told.setting.sites.values())))
    monday = monday_of(first_day + 6 * DAY)

    def opened(day: date, at: datetime) -> None:
        for life in told.lives.values():
            if life.is_in_care and life.episode.admitted_at <= at - FIRST_REVIEW_AFTER:
                open_card(told, life, WEEKLY, at)
        at_next(day + 7 * DAY)

    def at_next(day: date) -> None:
        told.later(utc(datetime.combine(day, OPENED, zone)), partial(opened, day))

    at_next(monday)


def open_first_card(told: Teller, life: Life) -> None:
    """Somebody's first card opens six days after admission, at the next full hour's turn."""

    def opened(then: datetime) -> None:
        if life.is_in_care:
            open_card(told, life, WEEKLY, then)

    told.later(first_turn(life.episode.admitted_at), opened)


def first_turn(admitted_at: datetime) -> datetime:
    """The hourly job's first turn six days after an admission."""
    due = admitted_at + FIRST_REVIEW_AFTER
    turn = due.replace(minute=OPENED.minute, second=0, microsecond=0)
    return turn if turn >= due else turn + timedelta(hours=1)


@tells(events.LevelReviewed)
def level_reviewed(told: Teller, event: events.LevelReviewed) -> None:
    """The team decides the week's card, and with it the others that are open."""
    life, at = told.life(event), utc(event.at)
    if not life.is_in_care:
        return
    # The team sits together once: every open card is answered by the same words.
    life.decided = [card for card in life.cards if card.decided_at is None]
    life.cards = []
    level = life.episode.level_code if event.decision == "stay" else ""
    by = told.setting.worker_id(event.by)
    # The card they look at says what is known as they sign; the others keep their own facts.
    signed = max(life.decided, key=lambda card: (card.week_of, card.opened_because), default=None)
    for card in life.decided:
        told.book.change(
            card,
            outcome=event.decision,
            grounds=list(event.reasons),
            reason=review_reason(event),
            client_view=event.client_view[:300],
            decided_at=at,
            decided_by_id=by,
            participants=_table(
                told.setting.worker_id(event.by), told.setting.day(at, card.site_id)
            ),
            ratings=dict(life.placement.ratings),
            recommended_level=level,
            provided_level=level,
            **(facts_at(told, life, at) if card is signed else {}),
        )


_tables: dict[Any, Any] = {}


def _table(worker_id: Any, day: date) -> Any:
    """Who signed, alone at the table; what they hold does not change in the story."""
    if worker_id not in _tables:
        _tables[worker_id] = table_of([worker_id], day)
    return _tables[worker_id]


@tells(events.PhaseChanged)
def phase_changed(told: Teller, event: events.PhaseChanged) -> None:
    """A stage from a day on; the episode moves when the day has come."""
    life, setting = told.life(event), told.setting
    if not life.is_in_care:
        return
    phase = setting.phases[event.new_phase]
    numbers = setting.numbers(event.from_day)
    level = level_for(
        phase.level_code,
        phase.weekly_minutes,
        int(numbers["iop_min_weekly_minutes"]),
        setting.program.level_edition,
    )
    site = setting.site_of[life.episode.site_id]
    begins = utc(datetime.combine(event.from_day, time(), setting.zone(site)))
    is_step = level != life.episode.level_code
    stage = told.book.add(
        EpisodeStage,
        f"{life.key}|{event.from_day}",
        client=life.client,
        site_id=site.pk,
        episode=life.episode,
        phase=phase,
        level_code=level,
        starts_at=begins,
        by_id=setting.worker_id(event.by),
        reason="step_down" if is_step else "phase_change",
    )
    life.stages.append(stage)
    told.later(begins + BEGUN, lambda then: _begin(told, life, stage))


def _begin(told: Teller, life: Life, stage: Any) -> None:
    if life.is_in_care:
        told.book.change(life.episode, phase=stage.phase, level_code=stage.level_code)


@tells(events.SteppedDown)
def stepped_down(told: Teller, event: events.SteppedDown) -> None:
    """The level changes: a prevention plan, where to, and a first appointment."""
    life, setting, at = told.life(event), told.setting, utc(event.at)
    if not life.is_in_care:
        return
    phase = life.stages[-1].phase
    with_whom = setting.program.name
    for card in life.decided:
        told.book.change(
            card,
            to_phase=phase,
            has_prevention_plan=True,
            receiving_program=with_whom[:120],
            first_appointment_on=event.first_appointment,
            recommended_level=life.stages[-1].level_code,
            provided_level=life.stages[-1].level_code,
        )
    if life.decided:
        life.plan_found_in.add(life.episode.pk)
    appointment = told.book.add(
        Appointment,
        f"{life.key}|step|{event.from_day}",
        episode=life.episode,
        at=first_hour(told, life, event),
        with_whom=with_whom[:120],
        kind="first_after_step_down",
        confirmed_by=with_whom[:120],
        booked_at=at,
        booked_by_id=setting.worker_id(event.by),
        **life.about(),
    )
    life.appointments.append(appointment)


def first_hour(told: Teller, life: Life, event: events.SteppedDown) -> datetime:
    """When the first session of that day begins for the client, nine o'clock where none is."""
    held = first_session_on(life, event.first_appointment)
    if held is not None:
        return held.starts_at  # type: ignore[no-any-return]
    weekday = event.first_appointment.weekday()
    starts = [
        told.setting.groups[slot].starts
        for slot in told.taking.get(life.key, ())
        if told.setting.groups[slot].weekday == weekday
    ]
    zone = told.setting.zone(told.setting.site_of[life.episode.site_id])
    return utc(datetime.combine(event.first_appointment, min(starts, default=time(9)), zone))
