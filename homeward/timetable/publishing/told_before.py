"""What people were told last, whoever leads it: the one reading against which news is told.

It is read from the newest published week as its rows stand now, so that a change that was told on
its own is not told again. Any kind of session counts, at any minute, also one that has no leader
yet: people were told to come. What has begun by the time of telling is news to nobody, on either
side.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.instance_of_week.held import Held, held_in
from homeward.timetable.instance_of_week.promised import last_published
from homeward.timetable.publishing.hearing import Everybody
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single


@dataclass(frozen=True, slots=True)
class TellingOf:
    """Whom a week is told to, and what they were told last; None where it was nothing."""

    clients: Collection[str]
    staff: Collection[str]
    previous: Schedule | None


def told_before(
    program_id: UUID, site_id: UUID, clock: WeekClock, clients: Collection[str], now: datetime
) -> Schedule | None:
    """The newest week these clients were told up to this one, in slots of `clock`; four queries."""
    last = last_published(program_id, site_id, clock)
    if last is None:
        return None
    zone, weeks_since = ZoneInfo(clock.zone), clock.starts_on - last.starts_on
    on_the_wall = now.astimezone(zone).replace(tzinfo=None)
    held = [
        each
        for each in held_in(program_id, site_id, last.starts_on, {UUID(id_) for id_ in clients})
        if each.session.starts_at.astimezone(zone).replace(tzinfo=None) + weeks_since > on_the_wall
    ]
    return schedule_of_held(held, replace(clock, starts_on=last.starts_on))


def left_standing(
    of: tuple[UUID, UUID], clock: WeekClock, kinds: Collection[str], clients: Collection[str],
    now: datetime,
) -> list[Held]:  # fmt: skip
    """What of a week's own rows a plan of these kinds leaves as it is, still ahead; three queries.

    `of` are the program and the site.
    """
    return [
        each
        for each in held_in(*of, clock.starts_on, {UUID(id_) for id_ in clients})
        if each.session.session_type.code not in kinds and each.session.starts_at > now
    ]


def beside_told(
    everybody: Everybody, schedule: Schedule, left: Sequence[Held], clock: WeekClock,
    of: tuple[UUID, UUID], now: datetime,
) -> tuple[TellingOf, Schedule]:  # fmt: skip
    """A plan's people with what they were told last, and what still lies ahead of their week.

    That is the plan and what it leaves standing. `of` are the program and the site. To be read
    before anything of the week is written.
    """
    told = told_before(*of, clock, list(everybody.clients), now)
    planned, beside = ahead_of(schedule, clock, now), schedule_of_held(left, clock)
    week = Schedule((*planned.groups, *beside.groups), (*planned.singles, *beside.singles))
    return TellingOf(everybody.clients, everybody.staff, told), week


def ahead_of(schedule: Schedule, clock: WeekClock, now: datetime) -> Schedule:
    """Without what has begun, which a plan that is published leaves as it was."""
    groups = (
        replace(
            group,
            meetings=tuple(
                each for each in group.meetings if clock.when(each.day, each.start) > now
            ),
        )
        for group in schedule.groups
    )
    return Schedule(
        tuple(group for group in groups if group.meetings),
        tuple(each for each in schedule.singles if clock.when(each.day, each.start) > now),
    )


def schedule_of_held(sessions: Iterable[Held], clock: WeekClock) -> Schedule:
    """Sessions in the slots of a week, also those before its first hour or after its last."""
    groups, singles = [], []
    for number, each in enumerate(sessions, 1):
        session = each.session
        day, start = clock.beyond(session.starts_at)
        staff, room = str(each.worker_id or ""), str(session.room_id or "")
        members, service = tuple(map(str, each.members)), session.session_type.code
        if session.group_id is not None:
            groups.append(
                Group(
                    id=f"s{number:03}", service=service, phase=0, language="", population="",
                    mode=session.mode, staff=staff, meetings=(Meeting(day, start, room),),
                    members=members,
                )
            )  # fmt: skip
        else:
            singles += [
                Single(member, service, staff, day, start, session.mode, room) for member in members
            ]
    return Schedule(tuple(groups), tuple(singles))
