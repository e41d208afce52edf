"""Tries to reach somebody, appointments after the program, and calls months later."""

from homeward.demo.rows.book import utc
from homeward.demo.rows.leaving import CONFIRMED_BY
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import follow_up_answers
from homeward.progress.models import Appointment, OutreachAttempt


@tells(events.OutreachTried)
def outreach_tried(told: Teller, event: events.OutreachTried) -> None:
    """One try."""
    life = told.life(event)
    if life.episode is None:
        return
    told.book.add(
        OutreachAttempt,
        f"{life.key}|{event.at.isoformat()}|{event.channel}|{event.session}|{event.step}",
        episode=life.episode,
        missed_session=told.sessions.get(event.session),
        at=utc(event.at),
        by_id=told.setting.worker_id(event.by),
        channel=event.channel,
        outcome=event.outcome,
        step=event.step[:30],
        **life.about(),
    )


@tells(events.ContinuingCareBooked)
def continuing_care_booked(told: Teller, event: events.ContinuingCareBooked) -> None:
    """A real appointment after the program."""
    life = told.life(event)
    appointment = told.book.add(
        Appointment,
        f"{life.key}|{event.at.isoformat()}",
        episode=life.episode,
        at=utc(event.starts_at),
        with_whom=event.place[:120],
        kind=event.service[:40],
        confirmed_by=CONFIRMED_BY,
        booked_at=utc(event.at),
        booked_by_id=told.setting.worker_id(event.by),
        **life.about(),
    )
    life.appointments.append(appointment)


@tells(events.FollowUpDone)
def follow_up_done(told: Teller, event: events.FollowUpDone) -> None:
    """A call 1, 3 or 6 months after; what was not answered stays missing."""
    row = told.life(event).follow_ups.get(event.month)
    if row is not None:
        told.book.change(
            row,
            done_at=utc(event.at),
            by_id=told.setting.worker_id(event.by),
            outcome=event.outcome,
            answers=follow_up_answers(event),
        )
