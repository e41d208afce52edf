"""A planned week for tests: Jo seated in Dana's Tuesday group, the week made by Sam."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from homeward.admissions.models import Episode, EpisodeStage
from homeward.people.models import Client
from homeward.testing.stage import Cast
from homeward.timetable import actions, queries
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.roster import DutyShift

MONDAY = date(2026, 11, 23)
FRIDAY_BEFORE = datetime(2026, 11, 20, 15, tzinfo=UTC)
HALF_PAST_NINE = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)  # wall time in Chicago
ELEVEN = HALF_PAST_NINE + timedelta(minutes=90)


def plan(cast: Cast, starts_on: date = MONDAY, now: datetime = FRIDAY_BEFORE, **more: Any) -> Any:
    """The week of the main site, planned by Sam."""
    return actions.plan_week(
        actor=cast.sam.actor, program_id=cast.program.pk, site_id=cast.site.pk,
        starts_on=starts_on, now=now, **more,
    )  # fmt: skip


def seat(cast: Cast, client: Any = None, now: datetime = FRIDAY_BEFORE, by: Any = None) -> Any:
    """A standing seat in Dana's group from the Monday on."""
    return actions.take_seat(
        actor=(by or cast.dana).actor, group_id=cast.group.pk,
        client_id=client.pk if client else cast.jo.pk, starts_on=MONDAY, now=now,
    )  # fmt: skip


def planned(cast: Cast) -> GroupSession:
    """Jo seated and the week planned: the Tuesday session."""
    seat(cast)
    plan(cast)
    (session,) = queries.sessions_on(cast.sam.actor, MONDAY + timedelta(days=1))
    return session


@dataclass
class Room:
    """The cast with one planned session and Jo's seat in it."""

    cast: Cast
    session: GroupSession
    seat: Seat

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cast, name)


def on_duty(cast: Cast, starts_on: date = MONDAY) -> None:
    """Two trained colleagues on duty all week at the main site."""
    for player in (cast.ruth, cast.tess):
        player.row.change(is_naloxone_trained=True)
        for number in range(7):
            day = starts_on + timedelta(days=number)
            first = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            DutyShift.objects.create(
                site=cast.site, worker=player.row, on=day, starts_at=first,
                ends_at=first + timedelta(hours=18),
            )  # fmt: skip


def planned_room(cast: Cast) -> Room:
    """Jo expected on Tuesday at half past nine."""
    session = planned(cast)
    return Room(cast, session, Seat.objects.unscoped("test").get())


def another_client(cast: Cast, name: str, number: int) -> Client:
    """One more client of the main site, admitted in the early phase."""
    client = Client.objects.create(
        site=cast.site, chart_number=f"HW-{number:05}", name=name, birth_date=date(1990, 1, 1)
    )
    jo = cast.episode
    episode = Episode.objects.create(
        client=client,
        site=cast.site,
        program=cast.program,
        track=cast.track,
        placement=jo.placement,
        admitted_at=jo.admitted_at,
        admitted_on=jo.admitted_on,
        admitted_by=cast.dana.row,
        phase=cast.phases["early"],
        level_code="2.1",
    )
    EpisodeStage.objects.create(
        client=client,
        site=cast.site,
        episode=episode,
        phase=cast.phases["early"],
        level_code="2.1",
        starts_at=jo.admitted_at,
        by=cast.dana.row,
        reason="admission",
    )
    return client


def on_team(cast: Cast, client: Any, worker: Any) -> None:
    """Put a worker on a client's team since admission."""
    from homeward.people.models import TeamMembership

    TeamMembership.objects.create(
        client=client,
        site=cast.site,
        worker=worker.row,
        role="counselor",
        is_primary=False,
        starts_at=cast.episode.admitted_at,
    )
