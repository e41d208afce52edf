"""Weekly cards, phases, outreach, discharge, and what follows."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from homeward.core.actors import Actor
from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.rows.leaving import (
    APPEAL_ANSWER,
    CONFIRMED_BY,
    GROUND,
    KIT_LOT,
    NOTICE_HOW,
    REPLY,
    REVIEWER,
    SAFETY,
    cause_of,
    discharge_reason,
    ending_of,
    kit_good_until,
    team_decision,
)
from homeward.demo.rows.reviews import BEGUN, DAY, OPENED, first_turn
from homeward.demo.story import events
from homeward.demo.wording import follow_up_answers, narrative, review_reason
from homeward.progress import actions
from homeward.progress.models import FollowUp, LevelReview
from homeward.progress.reviews import monday_of
from homeward.progress.standing import REVIEWING
from homeward.timetable.models import Seat

WHY = "replay"


def open_every_week(replay: Replay, first_day: date) -> None:
    """The hourly job, as far as it does anything: cards on Mondays, first cards, stages."""

    def opened(day: date, now: datetime) -> None:
        actions.open_weekly_reviews(actor=REVIEWING, now=now)
        at_next(day + 7 * DAY)

    def at_next(day: date) -> None:
        replay.later(replay.at(day, OPENED), partial(opened, day))

    at_next(monday_of(first_day + 6 * DAY))


def open_first_card(replay: Replay, admitted_at: datetime) -> None:
    """The job's turn after six days opens the first card."""
    replay.later(
        first_turn(admitted_at),
        lambda now: actions.open_weekly_reviews(actor=REVIEWING, now=now),
    )


@performs(events.LevelReviewed)
def level_reviewed(replay: Replay, event: events.LevelReviewed) -> None:
    """Decide the open cards; a step down is carried out by the weekly one."""
    step = replay.following(event, events.SteppedDown)
    change = replay.following(event, events.PhaseChanged)
    # One card is decided; the action answers the client's others with it.
    card = (
        LevelReview.objects.unscoped(WHY)
        .filter(episode_id=replay.episode_id, outcome="")
        .order_by("-week_of", "-opened_because")
        .first()
    )
    more: dict[str, Any] = {}
    if step is not None and change is not None:
        more = {
            "to_phase_id": replay.setting.phases[change.new_phase].pk,
            "from_day": change.from_day,
            "has_prevention_plan": True,
            "first_appointment_at": _first_hour(replay, step, change),
        }
    if card is not None:
        actions.decide_review(
            actor=replay.who(event),
            review_id=card.pk,
            outcome=event.decision,
            grounds=event.reasons,
            reason=review_reason(event),
            client_view=event.client_view,
            authenticated_at=utc(event.at),
            now=utc(event.at),
            **more,
        )
    if change is not None and step is None:
        actions.change_phase(
            actor=replay.who(event),
            episode_id=replay.episode_id,
            phase_id=replay.setting.phases[change.new_phase].pk,
            reason="phase_change",
            from_day=change.from_day,
            now=utc(event.at),
        )
    if change is not None:
        begins = replay.at(change.from_day, OPENED.replace(minute=0)) + BEGUN
        replay.later(begins, lambda now: actions.begin_due_stages(actor=REVIEWING, now=now))


def _first_hour(replay: Replay, step: events.SteppedDown, change: events.PhaseChanged) -> datetime:
    """When the first session of that day begins for the client."""
    held = Seat.objects.unscoped(WHY).filter(
        client_id=replay.client_id, session__on=step.first_appointment, released_at=None
    )
    first = held.order_by("starts_at").first()
    if first is not None:
        return first.starts_at
    groups = [
        replay.setting.groups[event.slot]
        for event in replay.events
        if isinstance(event, events.SeatTaken) and event.from_day == change.from_day
    ]
    weekday = step.first_appointment.weekday()
    starts = min(group.starts for group in groups if group.weekday == weekday)
    return replay.at(step.first_appointment, starts)


@performs(events.OutreachTried)
def outreach_tried(replay: Replay, event: events.OutreachTried) -> None:
    """One try."""
    actions.record_outreach(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        channel=event.channel,
        outcome=event.outcome,
        step=event.step,
        session_id=replay.ids.get(event.session),
        now=utc(event.at),
    )


@performs(events.ContinuingCareBooked)
def continuing_care_booked(replay: Replay, event: events.ContinuingCareBooked) -> None:
    """Book it."""
    actions.book_appointment(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        at=utc(event.starts_at),
        with_whom=event.place,
        kind=event.service,
        confirmed_by=CONFIRMED_BY,
        now=utc(event.at),
    )


@performs(events.Discharged)
def discharged(replay: Replay, event: events.Discharged) -> None:
    """End the episode; the document is made when somebody asks for it."""
    ending = ending_of(event, "")
    day = utc(event.at).astimezone(replay.zone).date()
    if event.kind == "administrative":
        _safeguard(replay, event, day)
    actions.discharge_client(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        closing=actions.Closing(
            type=event.kind,
            last_contact_on=event.last_contact_on,
            narrative=narrative(event),
            reason=discharge_reason(event),
            presenting=event.presenting,
            prognosis=event.prognosis,
            recommendations=event.recommendations,
            referred_to=event.referred_to,
            naloxone=event.naloxone,
            naloxone_lot=KIT_LOT if event.naloxone == "given" else "",
            naloxone_expires_on=kit_good_until(day) if event.naloxone == "given" else None,
            naloxone_shown=event.naloxone == "given",
            team_decided_on=team_decision(event, day),
            ratings=ending["ratings"],
            objective_states={
                str(replay.ids[f"objective {key}"]): state for key, state in event.objective_states
            },
        ),
        with_document=False,
        authenticated_at=utc(event.at),
        now=utc(event.at),
    )


def _safeguard(replay: Replay, event: events.Discharged, day: date) -> None:
    """The case that an administrative discharge stands on, by two people."""
    about = {"now": utc(event.at)}
    case = actions.open_case(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        ground=GROUND,
        cause=cause_of(event),
        stands_without_use=True,
        **about,
    )
    other = replace(
        Actor.of_service("demo"), worker_id=replay.setting.workers[REVIEWER].pk
    )  # whoever the story has on the team, somebody who did not open it looks at safety
    actions.review_case_safety(actor=other, case_id=case.pk, finding=SAFETY, **about)
    counselor = {"actor": replay.who(event), "case_id": case.pk, **about}
    actions.offer_case_referral(
        **counselor, to=event.referred_to or CONFIRMED_BY, answer="accepted"
    )
    actions.give_case_notice(**counselor, how=NOTICE_HOW)
    actions.answer_case(actor=other, case_id=case.pk, appeal=APPEAL_ANSWER, reply=REPLY, **about)


@performs(events.FollowUpDone)
def follow_up_done(replay: Replay, event: events.FollowUpDone) -> None:
    """A call months later."""
    row = FollowUp.objects.unscoped(WHY).get(episode_id=replay.episode_id, months=event.month)
    actions.record_follow_up(
        actor=replay.who(event),
        follow_up_id=row.pk,
        outcome=event.outcome,
        answers=follow_up_answers(event),
        now=utc(event.at),
    )
