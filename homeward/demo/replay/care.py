"""Plan, measures, week, seats, register and notes."""

from datetime import datetime, time
from decimal import Decimal

from homeward.admissions.models import Episode
from homeward.attendance.actions import close_register, mark_attendance
from homeward.demo.replay.duties import do_duties_later
from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.rows.plans import objective_keys, problem_drafts
from homeward.demo.rows.seating import MORNING, REGISTER_CLOSES
from homeward.demo.story import events
from homeward.demo.wording import note_body, shared_part
from homeward.instruments.actions import answer_instrument
from homeward.instruments.checking_in import check_in
from homeward.notes.actions import save_note_draft, save_shared_part, sign_note
from homeward.notes.drafting import is_group
from homeward.plans import actions as plans
from homeward.plans.models import Objective
from homeward.timetable import actions as timetable
from homeward.timetable.models import GroupMembership, GroupSession, Seat, Week
from homeward.timetable.seating import new_seat, numbers_taken

WHY = "replay"
MIDNIGHT = time()


@performs(events.PlanStarted)
def plan_started(replay: Replay, event: events.PlanStarted) -> None:
    """Write the plan."""
    workers = {code: row.pk for code, row in replay.setting.workers.items()}
    plan = plans.start_plan(
        actor=replay.who(event),
        episode_id=replay.episode_id,
        kind=event.kind,
        strengths=event.strengths,
        barriers=event.barriers,
        discharge_criteria=event.discharge_criteria,
        estimated_weeks=event.estimated_weeks,
        medications=event.medications,
        family_involvement=event.family_involvement,
        problems=problem_drafts(event, workers),
        now=utc(event.at),
    )
    replay.ids[f"plan {event.kind}"] = replay.ids["plan"] = plan.pk
    replay.ids["plan author"] = plan.author_id
    replay.numbers = objective_keys(event)
    rows = Objective.objects.unscoped(WHY).filter(goal__problem__plan=plan)
    by_number = {row.number: row.pk for row in rows}
    for key, number in replay.numbers.items():
        replay.ids[f"objective {key}"] = by_number[number]


@performs(events.PlanSigned)
def plan_signed(replay: Replay, event: events.PlanSigned) -> None:
    """Sign it; the client signs on the author's screen."""
    is_client = event.role == "client"
    author = next(
        code for code, row in replay.setting.workers.items() if row.pk == replay.ids["plan author"]
    )
    plans.sign_plan(
        actor=replay.staff(author) if is_client else replay.who(event),
        plan_id=replay.ids[f"plan {event.kind}"],
        meaning=event.role,
        signer_name=replay.profile.name if is_client else "",
        now=utc(event.at),
    )


@performs(events.PlanReviewed)
def plan_reviewed(replay: Replay, event: events.PlanReviewed) -> None:
    """Look at it together."""
    plans.review_plan(
        actor=replay.who(event),
        plan_id=replay.ids["plan"],
        objective_states={replay.numbers[key]: state for key, state in event.objective_states},
        client_view=event.client_view,
        summary=event.summary,
        next_due_on=event.next_due_on,
        now=utc(event.at),
    )


@performs(events.InstrumentAnswered)
def instrument_answered(replay: Replay, event: events.InstrumentAnswered) -> None:
    """The client answers."""
    answer_instrument(
        actor=replay.who(event),
        client_id=replay.client_id,
        instrument=event.instrument,
        answers=dict(event.answers),
        moment="weekly" if event.week else "admission",
        now=utc(event.at),
    )
    do_duties_later(replay)


@performs(events.CheckIn)
def checked_in(replay: Replay, event: events.CheckIn) -> None:
    """The client's own half-minute."""
    check_in(
        actor=replay.who(event),
        client_id=replay.client_id,
        craving=event.craving,
        mood=event.mood,
        sleep_hours=Decimal(str(event.sleep_hours)),
        used=event.used,
        now=utc(event.at),
    )
    do_duties_later(replay)


@performs(events.WeekPublished)
def week_published(replay: Replay, event: events.WeekPublished) -> None:
    """Plan the week at every site with the story's topics, and publish it."""
    setting, now, actor = replay.setting, utc(event.at), replay.who(event)
    topics = {
        session.slot: setting.topics[session.topic].pk
        for session in event.sessions
        if session.topic
    }
    for site in setting.sites.values():
        timetable.plan_week(
            actor=actor,
            program_id=setting.program.pk,
            site_id=site.pk,
            starts_on=event.monday,
            topics=topics,
            now=now,
        )
        week = Week.objects.get(site=site, starts_on=event.monday)
        timetable.publish_week(actor=actor, week_id=week.pk, now=now)
    for session in event.sessions:
        row = GroupSession.objects.get(
            group=setting.groups[session.slot], on=session.starts_at.date()
        )
        replay.ids[session.key] = row.pk
        close_later(replay, row, session.leaders[0])


def close_later(replay: Replay, session: GroupSession, leader: str) -> None:
    """The leader closes the register a little after the session."""
    replay.later(
        session.ends_at + REGISTER_CLOSES,
        lambda now: _close(replay, session, leader, now),
    )


def _close(replay: Replay, session: GroupSession, leader: str, now: datetime) -> None:
    if GroupSession.objects.filter(pk=session.pk, cancelled_at=None).exists():
        close_register(actor=replay.staff(leader), session_id=session.pk, now=now)


@performs(events.SeatTaken)
def seat_taken(replay: Replay, event: events.SeatTaken) -> None:
    """A standing seat; one of the next phase is taken on the morning that phase begins."""
    at = utc(event.at)
    if event.from_day > event.at.date():
        morning = replay.at(event.from_day, MIDNIGHT) + MORNING
        replay.later(morning, lambda now: _take(replay, event, now))
    else:
        _take(replay, event, at)


def _take(replay: Replay, event: events.SeatTaken, now: datetime) -> None:
    replay.ids[f"seat {event.slot}"] = timetable.take_seat(
        actor=replay.who(event),
        group_id=replay.setting.groups[event.slot].pk,
        client_id=replay.client_id,
        starts_on=event.from_day,
        now=now,
    ).pk


@performs(events.SeatReleased)
def seat_released(replay: Replay, event: events.SeatReleased) -> None:
    """Give the seat back; a discharge has done so by itself."""
    seat = replay.ids[f"seat {event.slot}"]
    standing = GroupMembership.objects.unscoped(WHY)
    if standing.filter(pk=seat, ends_on=None).exists():
        timetable.release_seat(
            actor=replay.who(event),
            membership_id=seat,
            ends_on=event.from_day,
            reason=event.reason,
            now=utc(event.at),
        )


@performs(events.MakeUpOffered)
def make_up_offered(replay: Replay, event: events.MakeUpOffered) -> None:
    """A seat for once. No action gives one yet, so the seat is numbered as actions do it."""
    if event.accepted:
        session = GroupSession.objects.get(pk=replay.ids[event.offered])
        episode = Episode.objects.unscoped(WHY).get(pk=replay.episode_id)
        new_seat(session, episode, numbers_taken([session])[session.pk], origin="makeup").save()


@performs(events.SessionBooked)
def session_booked(replay: Replay, event: events.SessionBooked) -> None:
    """Book one client with one worker."""
    setting = replay.setting
    site_id = setting.sites[event.site].pk
    room = setting.rooms.get((site_id, event.room))
    session = timetable.book_individual(
        actor=replay.who(event),
        client_id=replay.client_id,
        worker_id=setting.workers[event.worker].pk,
        session_type_id=setting.type_for_one(event.session_type, event.minutes).pk,
        starts_at=utc(event.starts_at),
        minutes=event.minutes,
        room_id=room.pk if room else None,
        now=utc(event.at),
    )
    replay.ids[event.key] = session.pk
    close_later(replay, session, event.worker)


@performs(events.SessionCancelled)
def session_cancelled(replay: Replay, event: events.SessionCancelled) -> None:
    """Cancel it, unless the discharge has."""
    session = GroupSession.objects.get(pk=replay.ids[event.key])
    if session.cancelled_at is None:
        timetable.cancel_session(
            actor=replay.who(event), session_id=session.pk, reason=event.reason, now=utc(event.at)
        )


@performs(events.Attended)
def attended(replay: Replay, event: events.Attended) -> None:
    """One line of the register."""
    _mark(replay, event, event.state, event.punches, event.excuse)


@performs(events.FamilySessionHeld)
def family_session_held(replay: Replay, event: events.FamilySessionHeld) -> None:
    """A family session that took place."""
    _mark(replay, event, "present", event.punches, "")


def _mark(
    replay: Replay,
    event: "events.Attended | events.FamilySessionHeld",
    state: str,
    punches: tuple[events.Interval, ...],
    excuse: str,
) -> None:
    seat = Seat.objects.unscoped(WHY).get(
        session_id=replay.ids[event.session], client_id=replay.client_id, released_at=None
    )
    mark_attendance(
        actor=replay.who(event),
        seat_id=seat.pk,
        state=state,
        punches=[(utc(came), utc(went)) for came, went in punches] if punches else None,
        reason=excuse,
        approved=True,
        now=utc(event.at),
    )


@performs(events.NoteSigned)
def note_signed(replay: Replay, event: events.NoteSigned) -> None:
    """Write the shared part once and the client's own part, and sign."""
    actor, now = replay.who(event), utc(event.at)
    session_id = replay.ids[event.session]
    session = GroupSession.objects.select_related("session_type", "topic").get(pk=session_id)
    if is_group(session):
        topic = session.topic
        words = shared_part(
            session.name, topic.title if topic else "", topic.summary if topic else ""
        )
        save_shared_part(actor=actor, session_id=session_id, body=words, now=now)
    objective = replay.ids.get(f"objective {event.objective}")
    note = save_note_draft(
        actor=actor,
        session_id=session_id,
        client_id=replay.client_id,
        participation=event.participation,
        response=event.response,
        objective_id=objective,
        progress=event.progress if objective else "",
        body=note_body(event),
        now=now,
    )
    sign_note(actor=actor, note_id=note.pk, authenticated_at=now, now=now)
