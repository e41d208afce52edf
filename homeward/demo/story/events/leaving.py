"""The end of an episode and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharged(Event):
    """Closes the episode.

    `kind`: completed, left_against_advice, lost_to_contact, administrative, transferred,
    incarcerated, deceased, other; `detail` says more of the last: moved or medical. `reason_teds`
    1 to 7. `last_contact_on` is the last day the person was seen and may lie weeks before `at`.
    `ratings` as in DimensionsRated.
    """

    kind: str
    detail: str
    reason_teds: int
    last_contact_on: date
    ratings: tuple[int, int, int, int, int, int]
    objective_states: tuple[tuple[str, str], ...]
    presenting: str
    course: str
    recommendations: str
    prognosis: str
    naloxone: str
    referred_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuingCareBooked(Event):
    """A real appointment after discharge. `service`: continuing_care_group, level_1, otp_obot,
    residential."""

    service: str
    place: str
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDone(Event):
    """A call 1, 3 or 6 months after discharge. `outcome`: reached, not_reached, declined.

    The facts are None unless reached.
    """

    month: int
    outcome: str
    any_use_30d: bool | None
    employed: bool | None
    housed: bool | None
    arrested_30d: bool | None
    in_care: bool | None
