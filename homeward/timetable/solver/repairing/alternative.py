"""One way to mend a week; nothing here needs the optimizer itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.propagating.finding import Impossible
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.repairing.changes import Change
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Never:
    """Meetings that no week could hold, with the reasons in their plain form.

    It travels between processes, so it holds nothing that cannot.
    """

    client: str
    service: str
    missing: int
    reasons: tuple[dict[str, Any], ...]

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "client": self.client,
            "service": self.service,
            "missing": self.missing,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to mend the week, checked, with everybody it moves.

    `impossible` are those of its unplaced meetings that no week at all could place, and why.
    """

    name: str
    schedule: Schedule
    changes: tuple[Change, ...]
    tiers: Tiers
    unplaced: int
    impossible: tuple[Never, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "name": self.name,
            "schedule": schedule_json(self.schedule),
            "changes": [each.to_json() for each in self.changes],
            "tiers": self.tiers.to_json(),
            "unplaced": self.unplaced,
            "impossible": [each.to_json() for each in self.impossible],
        }


def still_impossible(
    instance: Instance, schedule: Schedule, found: Iterable[Impossible]
) -> tuple[Never, ...]:
    """What was found impossible before the search, as far as the schedule lacks it."""
    held = Counter((client, service) for client, service, *_ in promises(instance, schedule))
    lacking = (
        Never(
            each.client,
            each.service,
            min(
                each.missing,
                instance.clients[each.client].needs[each.service] - held[each.client, each.service],
            ),
            tuple(reason.to_json() for reason in each.reasons),
        )
        for each in found
    )
    return tuple(each for each in lacking if each.missing > 0)
