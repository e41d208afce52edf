"""The minimum and the maximum that a phase's frequency brings with it.

Sources: testing at least weekly early in treatment and at least monthly in stable recovery
(ASAM); Medicare contractors' usual ceilings for presumptive tests, which count by the week early
and by the month later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from homeward.drugtests.rules.draw import MONTH_DAYS, WEEK_DAYS
from homeward.kernel.numbers import ProgramNumber

WEEKS_A_MONTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitNumbers:
    """The program's numbers behind the limits."""

    tests_early_min_per_week: int
    tests_stable_min_per_month: int
    presumptive_max_per_week: int

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            tests_early_min_per_week=int(numbers["tests_early_min_per_week"]),
            tests_stable_min_per_month=int(numbers["tests_stable_min_per_month"]),
            presumptive_max_per_week=int(numbers["presumptive_max_per_week"]),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many a month; never longer than so many days without (0: no minimum)."""

    most_per_month: int
    longest_gap_days: int


def limits_for(tests_per_month: int, numbers: LimitNumbers) -> Limits:
    """The limits of a phase; testing weekly or more often counts as early treatment."""
    if tests_per_month <= 0:
        return Limits(0, 0)
    if tests_per_month >= WEEKS_A_MONTH:
        least, days = numbers.tests_early_min_per_week, WEEK_DAYS
        most = numbers.presumptive_max_per_week * WEEKS_A_MONTH
    else:
        least, days = numbers.tests_stable_min_per_month, MONTH_DAYS
        most = numbers.presumptive_max_per_week
    return Limits(max(most, tests_per_month), days // least if least else 0)
