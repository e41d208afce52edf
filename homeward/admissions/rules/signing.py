"""Whether somebody may sign now.

An adult has capacity unless somebody saw otherwise. Who was seen intoxicated, confused or in
withdrawal signs later, once a named person recorded that capacity is there. Safety care does not
wait for a signature.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

PRESUMED, PRESENT, IMPAIRED = "presumed", "present", "impaired"


@dataclass(frozen=True, slots=True)
class Observation:
    """One look at somebody: whether they could decide, by whom, and what was seen."""

    at: datetime
    has_capacity: bool
    by: str
    seen: str
    look_again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Capacity:
    """The standing at an instant, with the look it rests on (none when presumed)."""

    state: str
    rests_on: Observation | None = None

    @property
    def may_sign(self) -> bool:
        return self.state != IMPAIRED


def capacity_from(observations: Iterable[Observation], now: datetime) -> Capacity:
    """The newest look before `now` decides; time alone never restores what was missing."""
    looks = [each for each in observations if each.at <= now]
    # Two looks at one instant: the careful one holds.
    newest = max(looks, key=lambda each: (each.at, not each.has_capacity), default=None)
    if newest is None:
        return Capacity(PRESUMED)
    return Capacity(PRESENT if newest.has_capacity else IMPAIRED, newest)
