"""An offer taken up: what a re-solve with the one change makes of it, and who else is moved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import newly_broken
from homeward.timetable.solver.explaining.changing import with_change
from homeward.timetable.solver.explaining.unplaced import Offer, Unplaced
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.schedule import Schedule

# Plans the instance anew, keeping close to its `previous`.
Resolve = Callable[[Instance], Schedule]


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of an offer: what the need still lacks, and everybody before and after.

    `moved` are the other clients of whom a session moves or is lost, `other_faces` those who only
    meet somebody else. `keeps_rules` is false where the re-solve broke a hard rule that was not
    broken before: then nothing of it may be used.
    """

    client: str
    service: str
    missing: int
    unmet_before: int
    unmet_after: int
    moved: tuple[str, ...]
    other_faces: tuple[str, ...]
    keeps_rules: bool
    instance: Instance
    schedule: Schedule

    @property
    def is_placed(self) -> bool:
        """Whether the whole need is met and nobody else lost a meeting for it."""
        return self.keeps_rules and not self.missing and self.unmet_after < self.unmet_before

    def to_json(self) -> dict[str, Any]:
        """The plain form, without the schedule."""
        return {
            "client": self.client,
            "service": self.service,
            "placed": self.is_placed,
            "missing": self.missing,
            "unmet_before": self.unmet_before,
            "unmet_after": self.unmet_after,
            "moved": list(self.moved),
            "other_faces": list(self.other_faces),
        }


def verified(
    instance: Instance, schedule: Schedule, told: Unplaced, offer: Offer, resolve: Resolve
) -> Verified:
    """Make the offer's one change, plan again from the schedule as it was told, and compare."""
    changed = replace(with_change(instance, told, offer), previous=schedule)
    return compared(instance, changed, schedule, resolve(changed), told)


def compared(
    instance: Instance, changed: Instance, schedule: Schedule, again: Schedule, told: Unplaced
) -> Verified:
    """A week before and after a change: the need, and whom else it moves."""
    report = check(changed, again)
    before = promises(changed, schedule)
    after = promises(changed, again)
    lost = {promise[0] for promise in before if promise not in after}
    faces = {promise[0] for promise, staff in before.items() if after.get(promise, staff) != staff}
    held = sum(client == told.client and service == told.service for client, service, *_ in after)
    return Verified(
        client=told.client,
        service=told.service,
        missing=max(0, instance.clients[told.client].needs[told.service] - held),
        unmet_before=check(instance, schedule).unplaced,
        unmet_after=report.unplaced,
        moved=tuple(sorted(lost - {told.client})),
        other_faces=tuple(sorted(faces - lost - {told.client})),
        keeps_rules=not newly_broken(check(changed, schedule), report),
        instance=changed,
        schedule=again,
    )
