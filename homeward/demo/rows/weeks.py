"""Published weeks and sessions for one client, with their leaders and who sits there."""

from datetime import date, datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.seating import close_at, is_free, seat
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.timetable.models import GroupSession, SessionLeader, Week


@tells(events.WeekPublished)
def week_published(told: Teller, event: events.WeekPublished) -> None:
    """A week at every site: its sessions in order, and a seat for everyone who stands there."""
    at, setting = utc(event.at), told.setting
    for code, site in setting.sites.items():
        told.weeks[code, event.monday] = told.book.add(
            Week,
            f"{code}|{event.monday}",
            program=setting.program,
            site=site,
            starts_on=event.monday,
            published_at=at,
            published_by_id=setting.worker_id(event.by),
        )
    planned = sorted(event.sessions, key=lambda session: (session.starts_at, session.slot))
    for session in planned:
        _plan(told, session)
    for session in planned:
        _fill(told, session)


def _plan(told: Teller, planned: events.PlannedSession) -> None:
    setting = told.setting
    group = setting.groups[planned.slot]
    topic = setting.topics.get(planned.topic)
    row = told.book.add(
        GroupSession,
        planned.key,
        group=group,
        site_id=group.site_id,
        program=setting.program,
        session_type=group.session_type,
        topic=topic,
        name=group.name,
        room=group.room,
        on=planned.starts_at.date(),
        starts_at=utc(planned.starts_at),
        ends_at=utc(planned.ends_at),
        clinical_minutes=group.clinical_minutes,
        capacity=min(group.capacity, group.room.seats),
    )
    told.sessions[planned.key] = row
    told.sessions_of_slot.setdefault(planned.slot, []).append((planned.key, row))
    told.leaders[planned.key] = [
        _leader(told, planned.key, row, setting.worker_id(code)) for code in planned.leaders
    ]
    close_at(told, planned.key, row)


def _leader(told: Teller, key: str, session: Any, worker_id: Any) -> Any:
    return told.book.add(
        SessionLeader,
        f"{key}|{worker_id}",
        session=session,
        worker_id=worker_id,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
    )


def _fill(told: Teller, planned: events.PlannedSession) -> None:
    session = told.sessions[planned.key]
    standing = told.standing.get(planned.slot, [])
    for membership in sorted(standing, key=lambda row: (row.starts_on, str(row.pk))):
        life: Life = told.life_of[membership.client_id]
        ended = membership.ends_on is not None and membership.ends_on <= session.on
        if ended or membership.starts_on > session.on or not life.is_in_care:
            continue
        if is_free(life, session):
            seat(told, life, planned.key, "group")


@tells(events.SessionBooked)
def session_booked(told: Teller, event: events.SessionBooked) -> None:
    """An individual or family session with its one seat."""
    life, setting = told.life(event), told.setting
    if not life.is_in_care:
        return
    kind = setting.type_for_one(event.session_type, event.minutes)
    site_id = life.episode.site_id
    starts_at = utc(event.starts_at)
    room = setting.rooms.get((site_id, event.room))
    row = told.book.add(
        GroupSession,
        event.key,
        site_id=site_id,
        program=setting.program,
        session_type=kind,
        name=kind.name,
        room=room,
        on=setting.day(starts_at, site_id),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=event.minutes),
        clinical_minutes=min(kind.clinical_minutes, event.minutes) if kind.is_clinical else 0,
        capacity=1,
    )
    told.sessions[event.key] = row
    told.leaders[event.key] = [_leader(told, event.key, row, setting.worker_id(event.worker))]
    seat(told, life, event.key, "individual")
    close_at(told, event.key, row)


def cancel_session(told: Teller, key: str, reason: str, at: datetime) -> None:
    """Room, leader and client become free; the rows stay."""
    session = told.sessions[key]
    for each in told.seats_in.get(key, []):
        if each.released_at is None:
            told.book.change(each, released_at=at, released_reason="session_cancelled")
    for leader in told.leaders[key]:
        told.book.change(leader, is_released=True)
    told.book.change(session, cancelled_at=at, cancelled_reason=reason)


@tells(events.SessionCancelled)
def session_cancelled(told: Teller, event: events.SessionCancelled) -> None:
    """A booked session will not take place; a discharge has cancelled its own already."""
    session = told.sessions.get(event.key)
    if session is not None and session.cancelled_at is None:
        cancel_session(told, event.key, event.reason, utc(event.at))


def first_session_on(life: Life, day: date) -> Any:
    """The person's first seat of a day, or None."""
    held = [each for each in life.seats_on.get(day, []) if each.released_at is None]
    return min(held, key=lambda each: each.starts_at, default=None)
