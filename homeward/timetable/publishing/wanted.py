"""The sessions that a schedule asks for, as instants and rows of this house."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.instance_of_week.held import Held
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Wanted:
    """One session to be; `lane` names the kind of group and is empty for a one-to-one.

    A plan names who leads each; a session that only recurs may have no leader yet.
    """

    service: str
    lane: str
    phase: int
    mode: str
    on: date
    starts_at: datetime
    ends_at: datetime
    starts: time
    worker_id: UUID | None
    room_id: UUID | None
    members: tuple[UUID, ...]

    @property
    def leader_id(self) -> UUID:
        """Who leads it in a plan, where nothing stands without somebody who does."""
        assert self.worker_id is not None
        return self.worker_id

    @property
    def is_group(self) -> bool:
        return bool(self.lane)


def as_it_stands(held: Held, zone: str) -> Wanted:
    """A session that is there already, wanted as it is."""
    row = held.session
    return Wanted(
        service=row.session_type.code,
        lane=str(row.group_id or ""),
        phase=0,
        mode=row.mode,
        on=row.on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        starts=row.starts_at.astimezone(ZoneInfo(zone)).time(),
        worker_id=held.worker_id,
        room_id=row.room_id,
        members=held.members,
    )


def wanted_sessions(instance: Instance, schedule: Schedule, clock: WeekClock) -> tuple[Wanted, ...]:
    """Every meeting of a schedule in order of time.

    A kind of session that the records no longer ask for is left out; publication refuses it.
    """
    found = sorted(
        _all(instance, schedule, clock),
        key=lambda each: (each.starts_at, each.service, str(each.worker_id)),
    )
    return tuple(found)


def _all(instance: Instance, schedule: Schedule, clock: WeekClock) -> Iterator[Wanted]:
    for group in (each for each in schedule.groups if each.service in instance.services):
        lane = f"{group.phase}-{group.language}-{group.population}"
        for meeting in group.meetings:
            yield _wanted(
                instance, clock, group.service, meeting.day, meeting.start,
                lane=lane, phase=group.phase, mode=group.mode,
                staff=group.leader_of(meeting), room=meeting.room,
                members=group.people_at(meeting),
            )  # fmt: skip
    for single in (each for each in schedule.singles if each.service in instance.services):
        yield _wanted(
            instance, clock, single.service, single.day, single.start,
            lane="", phase=0, mode=single.mode, staff=single.staff, room=single.room,
            members=(single.client,),
        )  # fmt: skip


def _wanted(
    instance: Instance, clock: WeekClock, service: str, day: int, start: int, **given: Any
) -> Wanted:
    kind = instance.services[service]
    minutes = kind.minutes or kind.slots * clock.slot_minutes
    starts_at = clock.when(day, start)
    return Wanted(
        service=service,
        lane=given["lane"],
        phase=given["phase"],
        mode=given["mode"],
        on=clock.on(day),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        starts=clock.wall(start),
        worker_id=UUID(given["staff"]),
        room_id=UUID(given["room"]) if given["room"] else None,
        members=tuple(sorted(map(UUID, given["members"]), key=str)),
    )
