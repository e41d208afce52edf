"""A week as its sessions and seats stand, whoever made them, beside what people were told last.

Recurring groups make a week without a plan. Its promise is read from the rows themselves, so that
nothing falls out of it: any kind of session, at any minute, also one that has no leader yet. What
has begun by the time the week is published is news to nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from homeward.timetable.instance_of_week.clock import DAYS, WeekClock
from homeward.timetable.instance_of_week.promised import BY_HAND, last_published
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.needs import in_care
from homeward.timetable.publishing.wanted import Wanted
from homeward.timetable.seating import every
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single

MINUTES_A_DAY = 24 * 60
Place = tuple[int, int]  # a day of the week and a minute of it


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a week is promised to, what they were told last, and the week itself.

    Clients and staff are named by the text of their row's id. A slot of the schedules is a minute,
    counted from midnight.
    """

    clients: frozenset[str]
    staff: frozenset[str]
    previous: Schedule | None
    schedule: Schedule
    sessions: tuple[Wanted, ...]


def standing(week: Week, now: datetime) -> Standing:
    """A week nobody was told yet, beside the newest published before it; a fixed few queries."""
    zone = week.site.time_zone
    clients = {row.client_id for row in in_care(week.program_id, week.site_id, week.starts_on)}
    clock = minutes_of(week.starts_on, zone)
    ahead = clock.ahead(now)
    sessions = _sessions(week, clients, clock, ahead)
    last = last_published(week.program_id, week.site_id, clock)
    before = _sessions(last, clients, minutes_of(last.starts_on, zone), ahead) if last else ()
    return Standing(
        clients=frozenset(map(str, clients)),
        staff=frozenset(str(each.worker_id) for each in (*sessions, *before) if each.worker_id),
        previous=_schedule(before, last.starts_on) if last else None,
        schedule=_schedule(sessions, week.starts_on),
        sessions=sessions,
    )


def live_sessions(week: Week) -> QuerySet[GroupSession]:
    """Everything that is held in a week, one-to-ones as well."""
    return GroupSession.objects.live().filter(
        program_id=week.program_id, site_id=week.site_id, on__gte=week.starts_on,
        on__lt=week.starts_on + timedelta(days=DAYS),
    )  # fmt: skip


def days_ahead(week: Week, now: datetime) -> set[date]:
    """The days of a week on which something is still to be held."""
    return set(live_sessions(week).filter(ends_at__gt=now).values_list("on", flat=True))


def minutes_of(starts_on: date, zone: str) -> WeekClock:
    """A week's days in minutes from midnight."""
    return WeekClock(starts_on, zone, 0, MINUTES_A_DAY, 1)


def _sessions(
    week: Week, clients: Collection[UUID], clock: WeekClock, ahead: Place
) -> tuple[Wanted, ...]:
    """What is still to be held for these clients, in order of time; three queries.

    A talk booked by hand was promised when it was booked.
    """
    rows = list(live_sessions(week).select_related("session_type").order_by("starts_at", "pk"))
    leaders = _leaders(rows)
    members, by_hand = _seated(rows, clients)
    zone = ZoneInfo(clock.zone)
    return tuple(
        Wanted(
            service=row.session_type.code,
            lane=str(row.group_id or ""),
            phase=0,
            mode=row.mode,
            on=row.on,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            starts=row.starts_at.astimezone(zone).time(),
            worker_id=leaders.get(row.pk),
            room_id=row.room_id,
            members=tuple(members[row.pk]),
        )
        for row in rows
        if members[row.pk]
        and (clock.place(row.starts_at) or ahead) >= ahead
        and not (row.group_id is None and row.pk in by_hand)
    )


def _leaders(rows: Iterable[GroupSession]) -> dict[UUID, UUID]:
    """Who leads each session; an assistant stands there only where nobody leads."""
    found = SessionLeader.objects.filter(session__in=[row.pk for row in rows], is_released=False)
    ordered = found.order_by("is_assistant", "pk").reverse()
    return dict(ordered.values_list("session_id", "worker_id"))


def _seated(
    rows: Iterable[GroupSession], clients: Collection[UUID]
) -> tuple[dict[UUID, list[UUID]], set[UUID]]:
    """The clients of each session by seat, and the sessions somebody was booked into by hand."""
    members: dict[UUID, list[UUID]] = defaultdict(list)
    by_hand: set[UUID] = set()
    seats = every(Seat).filter(session__in=[row.pk for row in rows], released_at=None)
    for session_id, client_id, origin in seats.order_by("number").values_list(
        "session_id", "client_id", "origin"
    ):
        if client_id in clients:
            members[session_id].append(client_id)
        if origin in BY_HAND:
            by_hand.add(session_id)
    return members, by_hand


def _schedule(sessions: Iterable[Wanted], starts_on: date) -> Schedule:
    groups, singles = [], []
    for number, each in enumerate(sessions, 1):
        day = (each.on - starts_on).days
        minute = each.starts.hour * 60 + each.starts.minute
        staff, room = str(each.worker_id or ""), str(each.room_id or "")
        members = tuple(map(str, each.members))
        if each.is_group:
            groups.append(
                Group(
                    id=f"s{number:03}", service=each.service, phase=0, language="", population="",
                    mode=each.mode, staff=staff, meetings=(Meeting(day, minute, room),),
                    members=members,
                )
            )  # fmt: skip
        else:
            singles += [
                Single(member, each.service, staff, day, minute, each.mode, room)
                for member in members
            ]
    return Schedule(tuple(groups), tuple(singles))
