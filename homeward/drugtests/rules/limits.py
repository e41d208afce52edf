"""The minimum and the maximum that a phase's frequency brings with it.

Sources: testing at least weekly early in treatment and at least monthly in stable recovery
(ASAM); Medicare contractors' usual ceilings for presumptive tests, which count by the week early
and by the month later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from homeward.drugtests.rules.draw import MONTH, WEEK
from homeward.kernel.numbers import ProgramNumber

WEEKS_A_MONTH = 4
WEEKS_TOUCHING_A_MONTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitNumbers:
    """The program's numbers behind the limits."""

    tests_early_min_per_week: int
    tests_stable_min_per_month: int
    presumptive_max_per_week: int
    presumptive_max_per_month_later: int
    presumptive_weekly_days: int = 90

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            tests_early_min_per_week=int(numbers["tests_early_min_per_week"]),
            tests_stable_min_per_month=int(numbers["tests_stable_min_per_month"]),
            presumptive_max_per_week=int(numbers["presumptive_max_per_week"]),
            presumptive_max_per_month_later=int(numbers["presumptive_max_per_month_later"]),
            presumptive_weekly_days=int(numbers["presumptive_weekly_days"]),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many a month; at least so many in each window, a week or a month (0: none)."""

    most_per_month: int
    window: str
    least_per_window: int


def limits_for(tests_per_month: int, numbers: LimitNumbers, day_in_care: int = 1) -> Limits:
    """The limits of a phase; testing weekly or more often counts as early treatment.

    After the days in care in which payers count by the week, a month's maximum is theirs of a month
    later. The maximum is never so low that it would not let the phase's own frequency and every
    minimum be met.
    """
    if tests_per_month <= 0:
        return Limits(0, MONTH, 0)
    if tests_per_month >= WEEKS_A_MONTH:
        least = numbers.tests_early_min_per_week
        most = numbers.presumptive_max_per_week * WEEKS_A_MONTH
        if day_in_care > numbers.presumptive_weekly_days:
            most = numbers.presumptive_max_per_month_later
        return Limits(max(most, tests_per_month, least * WEEKS_TOUCHING_A_MONTH), WEEK, least)
    least = numbers.tests_stable_min_per_month
    most = numbers.presumptive_max_per_month_later
    return Limits(max(most, tests_per_month, least), MONTH, least)
