"""Weeks, seats, and sessions for one client."""

from datetime import datetime, time, timedelta

from homeward.admissions.models import Episode
from homeward.demo.replay.care import begin_notes
from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.rows.seating import MORNING, REGISTER_CLOSES
from homeward.demo.story import events
from homeward.notes.actions import close_group
from homeward.timetable import actions as timetable
from homeward.timetable.models import GroupMembership, GroupSession, Week
from homeward.timetable.seating import new_seat, numbers_taken

WHY = "replay"
MIDNIGHT = time()


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
        timetable.fill_duty(
            actor=actor,
            site_id=site.pk,
            program_id=setting.program.pk,
            days=[event.monday + timedelta(days=number) for number in range(7)],
            now=now,
        )
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
        # Nothing closes without words for everyone who came: the notes begin here at the latest.
        begin_notes(replay, session.pk, now)
        close_group(actor=replay.staff(leader), session_id=session.pk, now=now)


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
