"""A week beside the one before it: what changed for the house, and for how many clients."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.program.models import Program, Site
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import board_rows
from homeward.timetable.rules.week_difference import (
    Meeting,
    SessionChange,
    When,
    changes_between,
)
from homeward.timetable.seating import every

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekChanges:
    """The comparison; `hours_*` are planned clinical minutes of everybody's seats."""

    starts_on: date
    lines: tuple[SessionChange, ...]
    clients_who_see_a_change: int
    clients: int
    hours_before: int
    hours_now: int


def week_changes(site: Site, program: Program, starts_on: date) -> WeekChanges:
    """What this week changes against the one before it; a fixed few reads, and no client named.

    Compares group sessions; appointments for one client count for the clients who see a change.
    """
    before = starts_on - WEEK
    rows = board_rows().filter(site=site, program=program, on__gte=before, on__lt=starts_on + WEEK)
    zone = ZoneInfo(site.time_zone)
    weeks: dict[bool, list[Meeting]] = {True: [], False: []}
    for session in rows:
        if session.group_id:
            weeks[session.on >= starts_on].append(_meeting(session, zone))
    theirs = _clients(site, program, before)
    changed = sum(then != now for then, now, _before, _now in theirs.values())
    return WeekChanges(
        starts_on=starts_on,
        lines=changes_between(weeks[False], weeks[True]),
        clients_who_see_a_change=changed,
        clients=len(theirs),
        hours_before=sum(each[2] for each in theirs.values()),
        hours_now=sum(each[3] for each in theirs.values()),
    )


def _meeting(session: GroupSession, zone: ZoneInfo) -> Meeting:
    leaders = [each.worker.name for each in session.leaders.all() if not each.is_assistant]
    return Meeting(
        key=str(session.group_id),
        name=session.name,
        when=When(
            session.on.weekday(),
            session.starts_at.astimezone(zone).time(),
            session.ends_at.astimezone(zone).time(),
            session.room.name if session.room else "",
            ", ".join(leaders),
        ),
        people=session.seats_taken,
        is_cancelled=session.cancelled_at is not None,
    )


def _clients(site: Site, program: Program, before: date) -> dict[UUID, Any]:
    """For each client their places of both weeks by weekday and time, and their minutes."""
    rows = (
        every(Seat)
        .filter(
            released_at=None, session__cancelled_at=None, session__site=site,
            session__program=program, session__on__gte=before, session__on__lt=before + 2 * WEEK,
        )
        .values_list(
            "client_id", "session__on", "starts_at", "session__name", "session__clinical_minutes"
        )
    )  # fmt: skip
    zone = ZoneInfo(site.time_zone)
    found: dict[UUID, Any] = defaultdict(lambda: (set(), set(), 0, 0))
    for client_id, on, starts_at, name, minutes in rows:
        then, now, was, new = found[client_id]
        is_now = on >= before + WEEK
        place = (on.weekday(), starts_at.astimezone(zone).time(), name)
        (now if is_now else then).add(place)
        found[client_id] = (
            then, now, was + (0 if is_now else minutes), new + (minutes if is_now else 0)
        )  # fmt: skip
    return dict(found)
