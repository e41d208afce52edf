"""One way to mend a week; nothing here needs the optimizer itself."""

from dataclasses import dataclass
from typing import Any

from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.repairing.changes import Change
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to mend the week, checked, with everybody it moves."""

    name: str
    schedule: Schedule
    changes: tuple[Change, ...]
    tiers: Tiers
    unplaced: int

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "name": self.name,
            "schedule": schedule_json(self.schedule),
            "changes": [each.to_json() for each in self.changes],
            "tiers": self.tiers.to_json(),
            "unplaced": self.unplaced,
        }
