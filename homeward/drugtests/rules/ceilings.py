"""How many tests payers usually pay for, by how long somebody is in care; more needs a reason.

Source: Medicare contractors' usual ceilings. Presumptive tests: so many a week at first, so many a
month later. Definitive tests: so many a week in the first days, so many a month after them, so many
in three months later. A ceiling is a payer's, never a reason not to test somebody who needs it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by

RULE_SET, VERSION = "testing_ceilings", "1"
WITHIN, BEYOND = "within", "beyond"
PRESUMPTIVE, DEFINITIVE = "presumptive", "definitive"
WEEK, MONTH, QUARTER = 7, 30, 90


@dataclass(frozen=True, slots=True, kw_only=True)
class CeilingNumbers:
    """The program's numbers: days in care, and tests paid in a week, a month, three months."""

    presumptive_max_per_week: ProgramNumber
    presumptive_weekly_days: ProgramNumber
    presumptive_max_per_month_later: ProgramNumber
    definitive_max_per_week: ProgramNumber
    definitive_weekly_days: ProgramNumber
    definitive_max_per_month: ProgramNumber
    definitive_monthly_days: ProgramNumber
    definitive_max_per_quarter: ProgramNumber

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        """From the program's numbers by code."""
        return cls(**{item.name: numbers[item.name] for item in fields(cls)})


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most so many tests in so many days, by which number."""

    most: ProgramNumber
    days: int


def ceiling_of(method: str, day_in_care: int, numbers: CeilingNumbers) -> Ceiling:
    """The ceiling on a day in care; the first day is day 1."""
    if method == PRESUMPTIVE:
        if day_in_care <= int(numbers.presumptive_weekly_days):
            return Ceiling(numbers.presumptive_max_per_week, WEEK)
        return Ceiling(numbers.presumptive_max_per_month_later, MONTH)
    if day_in_care <= int(numbers.definitive_weekly_days):
        return Ceiling(numbers.definitive_max_per_week, WEEK)
    if day_in_care <= int(numbers.definitive_monthly_days):
        return Ceiling(numbers.definitive_max_per_month, MONTH)
    return Ceiling(numbers.definitive_max_per_quarter, QUARTER)


@marked_by("numbers")
def one_more(
    method: str, on: date, admitted_on: date, before: Iterable[date], numbers: CeilingNumbers
) -> Decision:
    """`within` or `beyond`: whether one more test of a method is what is usually paid that day.

    `before` are the days of the tests of this method in the episode.
    """
    ceiling = ceiling_of(method, (on - admitted_on).days + 1, numbers)
    lately = sum(0 <= (on - day).days < ceiling.days for day in before)
    is_within = lately < int(ceiling.most)
    reason = Reason(
        f"ceiling_{method}",
        State.MET if is_within else State.NOT_MET,
        (Evidence("tests", "", str(lately)),),
        ceiling.most.source,
        {"before": lately, "most": int(ceiling.most), "days": ceiling.days},
    )
    return Decision(WITHIN if is_within else BEYOND, RULE_SET, VERSION, (reason,))
