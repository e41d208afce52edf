"""What every page of one draft is made from."""

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from homeward.desk.week_plan.labels import Labels, labels_of
from homeward.desk.week_plan.sittings import Sitting, sittings_of
from homeward.desk.week_plan.times import Times
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Group, Schedule


class Told(Protocol):
    """What every line about somebody's week is made from: names and times."""

    @property
    def labels(self) -> Labels:
        """What to call everything."""

    @property
    def times(self) -> Times:
        """The week's slots beside its calendar."""

    def when(self, day: int, start: int) -> str:
        """A day and slot in words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The week as it is needed, the schedule as it stands, and what to call everything."""

    draft_id: UUID
    instance: Instance
    schedule: Schedule
    labels: Labels
    times: Times

    @classmethod
    def of(cls, opened: Any) -> "Ground":
        """Of an open draft; one read."""
        schedule = opened.schedule or Schedule()
        draft = opened.draft
        labels = labels_of(opened.names, opened.instance, schedule.groups, draft.program_id)
        times = Times(draft.starts_on, opened.instance.grid)
        return cls(draft.pk, opened.instance, schedule, labels, times)

    @property
    def groups(self) -> dict[str, Group]:
        """The groups by id."""
        return {group.id: group for group in self.schedule.groups}

    def sittings(self) -> list[Sitting]:
        """Everything placed, in order of time."""
        return sittings_of(self.instance, self.schedule)

    def when(self, day: int, start: int) -> str:
        """`Thu 26 · 10:30`."""
        return self.times.when(day, start)
