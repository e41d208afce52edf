"""A small week that can be planned: two leaders, six clients in one cohort, a roster that holds."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from homeward.program.models import Room
from homeward.program.queries import numbers_for
from homeward.staff.models import RoleGrant, WorkingHours
from homeward.testing.stage import LONG_AGO, Cast
from homeward.timetable import actions
from homeward.timetable.actions.keep_planned import keep_planned
from homeward.timetable.drafting.planner import PLANNER
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.instance_of_week import instance_for
from homeward.timetable.instance_of_week.terms import clock_of
from homeward.timetable.models import TherapyGroup
from homeward.timetable.roster import DutyShift
from homeward.timetable.solver.answer import Result
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.tests.planned import another_client, on_team

MONDAY = date(2026, 11, 23)
BEFORE = datetime(2026, 11, 20, 15, tzinfo=UTC)
DAYS = (0, 2, 4)  # Monday, Wednesday, Friday


@dataclass
class House:
    """The cast with a week to plan."""

    cast: Cast
    clients: list[Any] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cast, name)

    def instance(self, starts_on: date = MONDAY, now: datetime = BEFORE, site: Any = None) -> Any:
        return instance_for(site or self.cast.site, self.cast.program, starts_on, now)

    def start(
        self, starts_on: date = MONDAY, now: datetime = BEFORE, by: Any = None, **asked: Any
    ) -> WeekDraft:
        return actions.start_draft(
            actor=(by or self.cast.sam).actor, program_id=self.cast.program.pk,
            site_id=self.cast.site.pk, starts_on=starts_on, now=now, **asked,
        )  # fmt: skip

    def drafted(self, starts_on: date = MONDAY, now: datetime = BEFORE) -> WeekDraft:
        """A draft planned by the greedy coordinator alone."""
        draft = self.start(starts_on, now)
        instance = instance_of(draft.instance)
        schedule = greedy(instance)
        report = check(instance, schedule)
        result = Result(schedule, report.tiers, {"tier1": 0, "tier3": 1}, report.unplaced,
                        "partial" if report.unplaced else "complete", "f")  # fmt: skip
        return keep_planned(actor=PLANNER, draft_id=draft.pk, result=result, now=now)

    def publish(self, draft: WeekDraft, now: datetime = BEFORE, seen: int | None = None) -> Any:
        return actions.publish_draft(
            actor=self.cast.sam.actor, draft_id=draft.pk,
            seen=draft.head if seen is None else seen, now=now,
        )  # fmt: skip

    def on_duty(self, starts_on: date = MONDAY, site: Any = None) -> None:
        """Two trained colleagues on duty every day of a week."""
        place = site or self.cast.site
        clock = clock_of(numbers_for(self.cast.program, starts_on), starts_on, place.time_zone)
        for player in (self.cast.ruth, self.cast.tess):
            player.row.change(is_naloxone_trained=True)
            DutyShift.objects.bulk_create(
                DutyShift(
                    site=place, worker=player.row, on=clock.on(day),
                    starts_at=clock.when(day, 0), ends_at=clock.when(day, clock.slots_a_day),
                )
                for day in range(7)
            )  # fmt: skip


def house(cast: Cast, clients: int = 6) -> House:
    """Process group and skills on three days; Dana and Sam lead, Ruth and Tess are there."""
    made = House(cast)
    cast.group.change(ends_on=LONG_AGO + timedelta(days=1))
    RoleGrant.objects.create(
        worker=cast.sam.row, role="counselor", program=cast.program, site=cast.site,
        starts_on=LONG_AGO,
    )  # fmt: skip
    Room.objects.create(site=cast.site, code="o1", name="Office", seats=3)
    for player in (cast.dana, cast.sam, cast.ruth, cast.tess):
        player.row.change(is_naloxone_trained=True)
        for weekday in range(5):
            WorkingHours.objects.create(
                worker=player.row, weekday=weekday, starts=time(9), ends=time(17),
                starts_on=LONG_AGO,
            )  # fmt: skip
    for code, starts, ends, minutes in (
        ("group", time(9, 30), time(11), 90),
        ("education", time(11, 15), time(12), 45),
    ):
        for weekday in DAYS:
            group = TherapyGroup.objects.create(
                code=f"a-{code}-{weekday}", name=f"Early A: {code}", program=cast.program,
                site=cast.site, track=cast.track, session_type=cast.types[code], cohort="early-a",
                room=cast.rooms[0], leader=cast.dana.row, weekday=weekday, starts=starts,
                ends=ends, clinical_minutes=minutes, capacity=10, starts_on=LONG_AGO,
            )  # fmt: skip
            group.phases.add(cast.phases["early"], cast.phases["orientation"])
    made.clients = [cast.jo.row] + [
        another_client(cast, f"Client {number}", 100 + number) for number in range(clients - 1)
    ]
    for client in made.clients[1:]:
        on_team(cast, client, cast.dana)
    return made
