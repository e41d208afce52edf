"""Seats and standing seats, numbered and explained as the timetable does it."""

from datetime import datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.seat_decision import seat_decision
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.timetable.models import GroupMembership, Seat

REGISTER_CLOSES = timedelta(minutes=10)
MORNING = timedelta(minutes=10)
DAY_IS_BEGUN = 2 * MORNING


def is_free(life: Life, session: Any) -> bool:
    """Whether the person holds no seat at that time."""
    return not any(
        each.released_at is None
        and each.starts_at < session.ends_at
        and session.starts_at < each.ends_at
        for each in life.seats_on.get(session.on, [])
    )


def seat(told: Teller, life: Life, key: str, origin: str) -> Any:
    """A seat with the lowest free number; None when every seat is taken."""
    session = told.sessions[key]
    there = told.seats_in.setdefault(key, [])
    taken = {each.number for each in there if each.released_at is None}
    number = next((n for n in range(1, session.capacity + 1) if n not in taken), None)
    if number is None:
        return None
    times = sum(each.client_id == life.client.pk for each in there)
    row = told.book.add(
        Seat,
        f"{life.key}|{key}|{times}",
        client=life.client,
        site_id=session.site_id,
        session=session,
        episode=life.episode,
        number=number,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        capacity=session.capacity,
        origin=origin,
    )
    there.append(row)
    life.seats[key] = row
    life.seats_on.setdefault(session.on, []).append(row)
    return row


@tells(events.SeatTaken)
def seat_taken(told: Teller, event: events.SeatTaken) -> None:
    """A standing seat; one of the next phase is taken on the morning that phase begins."""
    life, at = told.life(event), utc(event.at)
    if not life.is_in_care:
        return
    if event.from_day > event.at.date():
        here = told.setting.zone(told.setting.site_of[life.episode.site_id])
        day = event.from_day
        told.taking.setdefault(life.key, []).append(event.slot)
        morning = utc(datetime(day.year, day.month, day.day, tzinfo=here)) + MORNING
        told.later(morning, lambda then: _take(told, life, event, then))
    else:
        _take(told, life, event, at)


def _take(told: Teller, life: Life, event: events.SeatTaken, at: datetime) -> None:
    if not life.is_in_care:
        return
    group = told.setting.groups[event.slot]
    coming = [
        (key, session)
        for key, session in told.sessions_of_slot.get(event.slot, [])
        if session.on >= event.from_day and session.ends_at > at and not session.cancelled_at
    ]
    decision = seat_decision(told, life, group, event, coming)
    times = sum(row.client_id == life.client.pk for row in told.standing.get(event.slot, []))
    membership = told.book.add(
        GroupMembership,
        f"{life.key}|{event.slot}|{event.from_day}|{times}",
        client=life.client,
        site_id=group.site_id,
        group=group,
        episode=life.episode,
        starts_on=event.from_day,
        decision=decision.to_json(),
    )
    life.memberships[event.slot] = membership
    told.standing.setdefault(event.slot, []).append(membership)
    for key, session in coming:
        if is_free(life, session):
            seat(told, life, key, "group")


@tells(events.SeatReleased)
def seat_released(told: Teller, event: events.SeatReleased) -> None:
    """The standing seat ends; a discharge has given its own back already."""
    life = told.life(event)
    membership = life.memberships.get(event.slot)
    if membership is None or membership.ends_on is not None:
        return
    release(told, life, membership, event.from_day, event.reason, utc(event.at))


def release(
    told: Teller, life: Life, membership: Any, ends_on: Any, reason: str, at: datetime
) -> None:
    """`ends_on` is the first day without the seat; coming seats become free."""
    last = max(ends_on, membership.starts_on)
    told.book.change(membership, ends_on=last)
    for seats in life.seats_on.values():
        for each in seats:
            if (
                each.released_at is None
                and each.session.group_id == membership.group_id
                and each.session.on >= last
                and each.starts_at > at
                and each.session.closed_at is None
            ):
                told.book.change(each, released_at=at, released_reason=reason)


@tells(events.MakeUpOffered)
def make_up_offered(told: Teller, event: events.MakeUpOffered) -> None:
    """An accepted make-up is a seat for once."""
    life = told.life(event)
    session = told.sessions.get(event.offered)
    if event.accepted and session is not None and life.is_in_care and is_free(life, session):
        seat(told, life, event.offered, "makeup")


def close_at(told: Teller, key: str, session: Any) -> None:
    """Have the register closed a little after the session, once everyone has a line."""
    told.later(session.ends_at + REGISTER_CLOSES, lambda then: _close(told, key, then))


def _close(told: Teller, key: str, at: datetime) -> None:
    session = told.sessions[key]
    held = [each for each in told.seats_in.get(key, []) if each.released_at is None]
    marked = all(key in told.life_of[each.client_id].marks for each in held)
    if marked and session.cancelled_at is None:
        told.book.change(session, closed_at=at)
