"""From the sessions that stand to those that are wanted, under the walls of the database.

First everything that goes is given back, then what stays is changed, then what is new is made, so
that two sessions may change places. What is over, has begun or is closed stays as it is.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.program.models import Room, SessionType
from homeward.timetable.instance_of_week.commitments import DRAFTED, planned_anew
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.publishing.groups import Groups, taken_days
from homeward.timetable.publishing.topics import Topics
from homeward.timetable.publishing.wanted import Wanted
from homeward.timetable.rules.session_matching import Stands, matched
from homeward.timetable.seating import every, new_seat, numbers_taken

REPLANNED = "replanned"
PLANNED_SEATS = ("group", DRAFTED)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Written:
    """How many sessions stayed, were made and were given back."""

    kept: int
    made: int
    gone: int


class Writing:
    """One week being written; reads are a fixed few, writes as many as there are changes.

    `kinds` are the codes of all that is planned: sessions of any other kind are left alone.
    """

    def __init__(
        self, week: Week, wanted: Sequence[Wanted], phases: dict[int, list[str]],
        episodes: dict[UUID, Any], kinds: Collection[str], now: datetime,
    ) -> None:  # fmt: skip
        self.week, self.now, self.episodes = week, now, episodes
        self.wanted = [each for each in wanted if each.starts_at > now]
        self.phases = phases
        types = SessionType.objects.filter(program_id=week.program_id)
        self.types = {row.code: row for row in types}
        self.seats_of_room = dict(
            Room.objects.filter(site_id=week.site_id).values_list("pk", "seats")
        )
        anew = planned_anew(week.program_id, week.site_id, week.starts_on, kinds)
        self.standing = list(
            GroupSession.objects.live().filter(pk__in=anew, starts_at__gt=now, closed_at=None)
            .select_related("session_type", "group").order_by("starts_at", "pk")
            .select_for_update(of=("self",))
        )  # fmt: skip
        self.seats: dict[UUID, list[Seat]] = defaultdict(list)
        for seat in every(Seat).filter(session__in=self.standing, released_at=None):
            self.seats[seat.session_id].append(seat)
        self.leaders: dict[UUID, list[SessionLeader]] = defaultdict(list)
        for leader in SessionLeader.objects.filter(session__in=self.standing, is_released=False):
            self.leaders[leader.session_id].append(leader)

    def write(self) -> Written:
        """Make the week as wanted; a wall of the database that is hit raises IntegrityError."""
        pairs = matched(
            [self._as_standing(each) for each in self.standing],
            [self._as_wanted(place, each) for place, each in enumerate(self.wanted)],
        )
        by_id = {session.pk: session for session in self.standing}
        kept = [
            (each, by_id[pairs[place]]) for place, each in enumerate(self.wanted) if place in pairs
        ]
        gone = [each for each in self.standing if each.pk not in set(pairs.values())]
        self._give_back(gone)
        for wanted, session in kept:
            self._make_room(wanted, session)
        for wanted, session in kept:
            self._settle(wanted, session)
        new = [each for place, each in enumerate(self.wanted) if place not in pairs]
        made = self._make(new, [session for _, session in kept])
        self._seat([*kept, *made])
        return Written(len(kept), len(made), len(gone))

    def _as_standing(self, session: GroupSession) -> Stands:
        leaders = [each.worker_id for each in self.leaders[session.pk] if not each.is_assistant]
        return Stands(
            session.pk,
            (session.session_type.code, session.starts_at, session.ends_at),
            frozenset(seat.client_id for seat in self.seats[session.pk]),
            leaders[0] if leaders else None,
            session.room_id,
            session.group_id is not None,
        )

    def _as_wanted(self, place: int, wanted: Wanted) -> Stands:
        return Stands(
            place,
            (wanted.service, wanted.starts_at, wanted.ends_at),
            frozenset(wanted.members),
            wanted.worker_id,
            wanted.room_id,
            wanted.is_group,
        )

    def _give_back(self, gone: list[GroupSession]) -> None:
        """Sessions nobody wants now: seats, leaders and room become free, the rows stay."""
        ids = [session.pk for session in gone]
        every(Seat).filter(session__in=ids, released_at=None).update(
            released_at=self.now, released_reason=REPLANNED
        )
        SessionLeader.objects.filter(session__in=ids).update(is_released=True)
        for session in gone:
            session.change(cancelled_at=self.now, cancelled_reason=REPLANNED)

    def _make_room(self, wanted: Wanted, session: GroupSession) -> None:
        """Free what the session no longer holds, before anything new is held."""
        leaving = [
            seat.pk for seat in self.seats[session.pk]
            if seat.origin in PLANNED_SEATS and seat.client_id not in wanted.members
        ]  # fmt: skip
        every(Seat).filter(pk__in=leaving).update(released_at=self.now, released_reason=REPLANNED)
        self.seats[session.pk] = [
            seat for seat in self.seats[session.pk] if seat.pk not in set(leaving)
        ]
        if session.room_id != wanted.room_id and session.room_id is not None:
            session.change(room_id=None)
        for leader in self.leaders[session.pk]:
            if not leader.is_assistant and leader.worker_id != wanted.worker_id:
                leader.change(is_released=True)

    def _settle(self, wanted: Wanted, session: GroupSession) -> None:
        numbers = [seat.number for seat in self.seats[session.pk]]
        capacity = max([self._capacity(wanted), *numbers])
        changes = {
            name: value
            for name, value in (
                ("room_id", wanted.room_id), ("mode", wanted.mode), ("capacity", capacity),
            )
            if getattr(session, name) != value
        }  # fmt: skip
        if changes:
            session.change(**changes)
        self._lead(wanted, session)

    def _make(
        self, new: list[Wanted], kept: list[GroupSession]
    ) -> list[tuple[Wanted, GroupSession]]:
        groups = Groups(self.week, self.phases, taken_days(self._meeting(kept)))
        topics = Topics(
            self.week.program_id, self.week.site_id, [row.pk for row in self.episodes.values()]
        )
        found = []
        for wanted in new:
            kind = self.types[wanted.service]
            group = groups.group_for(wanted, kind, self._track(wanted)) if wanted.is_group else None
            topic = None
            if group is not None:
                topic = topics.choose(kind.code, group.cohort, wanted.members, wanted.starts_at)
            session = GroupSession.objects.create(
                group=group,
                site_id=self.week.site_id,
                program_id=self.week.program_id,
                session_type=kind,
                topic_id=topic,
                name=group.name if group else kind.name,
                room_id=wanted.room_id,
                mode=wanted.mode,
                on=wanted.on,
                starts_at=wanted.starts_at,
                ends_at=wanted.ends_at,
                clinical_minutes=kind.clinical_minutes if kind.is_clinical else 0,
                capacity=self._capacity(wanted),
            )
            self._lead(wanted, session)
            found.append((wanted, session))
        return found

    def _meeting(self, kept: list[GroupSession]) -> list[GroupSession]:
        """Every live session of a group in the week, also those that have begun."""
        others = GroupSession.objects.live().filter(
            program_id=self.week.program_id, site_id=self.week.site_id, group__isnull=False,
            on__gte=self.week.starts_on, on__lt=self.week.starts_on + WEEK,
        )  # fmt: skip
        return [*kept, *others]

    def _lead(self, wanted: Wanted, session: GroupSession) -> None:
        there = [
            each for each in self.leaders[session.pk]
            if each.worker_id == wanted.worker_id and not each.is_released
        ]  # fmt: skip
        if there:
            return
        # The same pair may stand released from an earlier publishing; it is taken up again.
        SessionLeader.objects.update_or_create(
            session=session,
            worker_id=wanted.leader_id,
            defaults={
                "starts_at": session.starts_at, "ends_at": session.ends_at,
                "is_released": False, "is_assistant": False,
            },
        )  # fmt: skip

    def _seat(self, pairs: list[tuple[Wanted, GroupSession]]) -> None:
        taken = numbers_taken(session for _, session in pairs)
        seats = []
        for wanted, session in pairs:
            there = {seat.client_id for seat in self.seats[session.pk]}
            seats += [
                new_seat(session, self.episodes[member], taken[session.pk], origin=DRAFTED)
                for member in wanted.members
                if member not in there
            ]
        Seat.objects.bulk_create(seats)

    def _capacity(self, wanted: Wanted) -> int:
        most = self.types[wanted.service].largest if wanted.is_group else 1
        if wanted.room_id is not None:
            most = min(most, max(1, self.seats_of_room[wanted.room_id] - 1))
        return int(max(most, len(wanted.members)))

    def _track(self, wanted: Wanted) -> UUID | None:
        tracks = {self.episodes[member].track_id for member in wanted.members}
        return tracks.pop() if len(tracks) == 1 else None
