"""The work of planning one week: the sessions that are missing, their topics, who sits there."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from homeward.kernel.periods import Period
from homeward.program.models import CurriculumTopic, Holiday, Site
from homeward.timetable.capacity import Closure
from homeward.timetable.coverage import heard_by, last_had_by_cohort
from homeward.timetable.models import (
    GroupMembership,
    GroupSession,
    Seat,
    SessionLeader,
    TherapyGroup,
    Week,
)
from homeward.timetable.rules.rotation import Topic, choose_topic
from homeward.timetable.rules.wall_time import meeting_on
from homeward.timetable.seating import every, new_seat, numbers_taken, standing_on
from homeward.timetable.walls import GroupIsFull

DAYS = 7


class Planning:
    """One week being planned; every query covers the whole week."""

    def __init__(self, week: Week, site: Site, topics: Mapping[str, UUID], now: datetime) -> None:
        self.week, self.site, self.chosen, self.now = week, site, topics, now
        self.ends_on = week.starts_on + timedelta(days=DAYS)
        holidays = Holiday.objects.filter(
            program_id=week.program_id, on__gte=week.starts_on, on__lt=self.ends_on
        )
        self.closed = set(holidays.values_list("on", flat=True))
        self.closures = self._closures()
        self.groups = self._groups()
        self.standing = self._standing()
        self.busy_rooms = self._busy_rooms()
        self.busy_workers = self._busy_workers()

    def make_sessions(self) -> int:
        """Create the sessions that are missing, each with its leader; returns how many.

        A session whose room is taken is left out; one whose leader is busy has no leader yet.
        """
        pools = self._pools()
        heard = heard_by({row.episode_id for rows in self.standing.values() for row in rows})
        last = last_had_by_cohort(self.site.pk)
        known = {
            (group_id, on)
            for group_id, on in GroupSession.objects.filter(
                group__in=self.groups, on__gte=self.week.starts_on, on__lt=self.ends_on
            ).values_list("group_id", "on")
        }
        sessions, leaders = [], []
        for group, on, when in self._meetings():
            in_room = self.busy_rooms[group.room_id] if group.room_id else []
            if (group.pk, on) in known or not self._is_free(in_room, when):
                continue
            people = [str(row.client_id) for row in self._expected(group, on)]
            lane = last[str(group.track_id), group.cohort]
            topic_id = self.chosen.get(group.code) or self._topic(
                pools[group.session_type.code], people, heard, lane
            )
            if topic_id:
                lane[str(topic_id)] = int(when.starts_at.timestamp())
                for person in people:
                    heard[person][str(topic_id)] += 1
            session = self._session(group, on, when, topic_id)
            sessions.append(session)
            in_room.append(when)
            if self._is_free(self.busy_workers[group.leader_id], when):
                self.busy_workers[group.leader_id].append(when)
                leaders.append(
                    SessionLeader(
                        session=session, worker_id=group.leader_id,
                        starts_at=when.starts_at, ends_at=when.ends_at,
                    )
                )  # fmt: skip
        GroupSession.objects.bulk_create(sessions)
        SessionLeader.objects.bulk_create(leaders)
        return len(sessions)

    def fill_seats(self) -> int:
        """Seat everyone with a standing seat who is free at that time; returns how many."""
        sessions = list(
            GroupSession.objects.filter(
                group__in=self.groups, on__gte=self.week.starts_on, on__lt=self.ends_on,
                cancelled_at=None, closed_at=None, ends_at__gt=self.now,
            ).order_by("starts_at", "pk")
        )  # fmt: skip
        taken = numbers_taken(sessions)
        clients = {row.client_id for rows in self.standing.values() for row in rows}
        busy = self._busy_clients(clients)
        seats: list[Seat] = []
        by_id = {group.pk: group for group in self.groups}
        for session in sessions:
            when = Period(session.starts_at, session.ends_at)
            group = by_id.get(session.group_id) if session.group_id else None
            for row in self._expected(group, session.on) if group else ():
                if not self._is_free(busy[row.client_id], when):
                    continue
                try:
                    seats.append(new_seat(session, row.episode, taken[session.pk]))
                except GroupIsFull:
                    break
                busy[row.client_id].append(when)
        Seat.objects.bulk_create(seats)
        return len(seats)

    def _groups(self) -> list[TherapyGroup]:
        return list(
            TherapyGroup.objects.filter(
                Q(ends_on=None) | Q(ends_on__gt=self.week.starts_on),
                program_id=self.week.program_id, site=self.site, starts_on__lt=self.ends_on,
                is_drafted=False,
            ).select_related("session_type", "room").order_by("starts", "code")
        )  # fmt: skip

    def _meetings(self) -> list[tuple[TherapyGroup, date, Period]]:
        found = []
        for group in self.groups:
            offset = (group.weekday - self.week.starts_on.weekday()) % DAYS
            on = self.week.starts_on + timedelta(days=offset)
            ended = group.ends_on is not None and group.ends_on <= on
            if on in self.closed or on < group.starts_on or ended:
                continue
            when = meeting_on(on, group.starts, group.ends, self.site.time_zone)
            if when.ends_at > self.now and not self._is_closed(group, when):
                found.append((group, on, when))
        return sorted(found, key=lambda item: (item[2].starts_at, item[0].code))

    def _closures(self) -> list[tuple[UUID | None, Period]]:
        """Half days and rooms that are closed; without a room it is the whole site."""
        rows = Closure.objects.filter(
            site=self.site, withdrawn_at=None,
            starts_at__date__lte=self.ends_on, ends_at__date__gte=self.week.starts_on,
        )  # fmt: skip
        return [(row.room_id, Period(row.starts_at, row.ends_at)) for row in rows]

    def _is_closed(self, group: TherapyGroup, when: Period) -> bool:
        return any(
            room_id in (None, group.room_id) and when.overlap(closed)
            for room_id, closed in self.closures
        )

    def _standing(self) -> dict[UUID, list[GroupMembership]]:
        rows = (
            every(GroupMembership)
            .filter(standing_on(self.week.starts_on), group__in=self.groups, episode__ended_at=None)
            .select_related("episode")
            .order_by("starts_on", "pk")
        )
        standing: dict[UUID, list[GroupMembership]] = defaultdict(list)
        for row in rows:
            standing[row.group_id].append(row)
        return standing

    def _expected(self, group: TherapyGroup, on: date) -> list[GroupMembership]:
        return [
            row
            for row in self.standing[group.pk]
            if row.starts_on <= on and (row.ends_on is None or row.ends_on > on)
        ]

    def _pools(self) -> dict[str, tuple[Topic, ...]]:
        pools: dict[str, tuple[Topic, ...]] = defaultdict(tuple)
        topics = CurriculumTopic.objects.filter(program_id=self.week.program_id)
        for topic in topics.order_by("position", "code"):
            for code in topic.for_types:
                pools[code] += (Topic(str(topic.pk), topic.position),)
        return pools

    def _topic(
        self,
        pool: tuple[Topic, ...],
        people: list[str],
        heard: Mapping[str, Mapping[str, int]],
        lane: Mapping[str, int],
    ) -> UUID | None:
        topic = choose_topic(pool, people, heard, lane)
        return UUID(topic.ref) if topic else None

    def _session(
        self, group: TherapyGroup, on: date, when: Period, topic_id: UUID | None
    ) -> GroupSession:
        return GroupSession(
            group=group, site=self.site, program_id=self.week.program_id,
            session_type=group.session_type, topic_id=topic_id, name=group.name,
            room=group.room, on=on, starts_at=when.starts_at, ends_at=when.ends_at,
            clinical_minutes=group.clinical_minutes,
            capacity=min(group.capacity, group.room.seats) if group.room else group.capacity,
        )  # fmt: skip

    def _busy_rooms(self) -> dict[UUID, list[Period]]:
        rows = GroupSession.objects.filter(
            on__gte=self.week.starts_on, on__lt=self.ends_on, cancelled_at=None, site=self.site
        )
        return _periods(rows.values_list("room_id", "starts_at", "ends_at"))

    def _busy_workers(self) -> dict[UUID, list[Period]]:
        rows = SessionLeader.objects.filter(
            worker__in={group.leader_id for group in self.groups},
            session__on__gte=self.week.starts_on, session__on__lt=self.ends_on, is_released=False,
        )  # fmt: skip
        return _periods(rows.values_list("worker_id", "starts_at", "ends_at"))

    def _busy_clients(self, clients: set[UUID]) -> dict[UUID, list[Period]]:
        rows = every(Seat).filter(
            client__in=clients, released_at=None,
            session__on__gte=self.week.starts_on, session__on__lt=self.ends_on,
        )  # fmt: skip
        return _periods(rows.values_list("client_id", "starts_at", "ends_at"))

    @staticmethod
    def _is_free(busy: list[Period], when: Period) -> bool:
        return not any(when.overlap(other) for other in busy)


def _periods(rows: object) -> dict[UUID, list[Period]]:
    found: dict[UUID, list[Period]] = defaultdict(list)
    for key, starts_at, ends_at in rows:  # type: ignore[attr-defined]
        found[key].append(Period(starts_at, ends_at))
    return found
