"""What stands in the way of a promise: rules a draft would break by the records as they are now.

A published week may rest on a shape that today's rules would not give (a cohort whose leader
changes from day to day); keeping such a promise as it was is allowed, making a new one is not.
So does a client's seat at an hour they said since they cannot come: what they were told stands and
is said before publishing, so that one person's hours keep nobody else's week from being mended.
Who leads, what is open and who is kept apart admit of no exception, save for what has begun: no
record of today mends this morning, and it must not keep tomorrow from being mended.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report, Violation
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule

SHAPE = frozenset(
    {
        "G-PATTERN", "G-COUNT", "G-SIZE", "G-MATCH", "C-EXCESS", "C-SAMEDAY", "C-GAP", "C-AUTHMAX",
        "S-LEDDAY", "S-DOCUMENT", "S-MAXDAY", "S-MAXWEEK",
    }
)  # fmt: skip


TOLD = "C-AVAIL"
GONE = "G-KIND"
Place = tuple[int, int]  # a day of the week and a slot of it
BEGINS = re.compile(r"day (\d+) slot (\d+)")


def broken_now(
    instance: Instance, schedule: Schedule, base: Mapping[str, Any] | None, ahead: Place = (0, 0)
) -> tuple[Report, tuple[Violation, ...]]:
    """The report on today's records, and the violations that forbid publishing.

    `ahead` is the first place that has not begun; what was promised before it stays as it was.
    """
    report = check(instance, schedule)
    was = check(instance, schedule_of(base) if base else Schedule())
    broken, _kept = parted(report, was, ahead)
    return report, (*kinds_gone(instance, schedule), *broken)


def parted(
    report: Report, was: Report, ahead: Place = (0, 0)
) -> tuple[tuple[Violation, ...], tuple[Violation, ...]]:
    """What a week breaks, and what it only keeps as people were told; `was` is of the told week."""
    allowed = Counter(
        each
        for each in was.violations
        if each.code in SHAPE or each.code == TOLD or _is_over(each, ahead)
    )
    found = Counter(report.violations)
    return tuple(sorted((found - allowed).elements())), tuple(sorted((found & allowed).elements()))


def told_otherwise(report: Report, ahead: Place) -> tuple[Violation, ...]:
    """Seats still to come at hours their client said since they cannot come."""
    return tuple(
        each for each in report.violations if each.code == TOLD and not _is_over(each, ahead)
    )


def _is_over(violation: Violation, ahead: Place) -> bool:
    found = BEGINS.search(violation.where)
    return found is not None and (int(found[1]), int(found[2])) < ahead


def kinds_gone(instance: Instance, schedule: Schedule) -> tuple[Violation, ...]:
    """Kinds of session in the schedule that today's records no longer ask for, each once."""
    held = {each.service for each in schedule.groups}
    held |= {each.service for each in schedule.singles}
    return tuple(Violation(GONE, code) for code in sorted(held - set(instance.services)))


def codes_of(violations: tuple[Violation, ...]) -> tuple[str, ...]:
    """Refusal codes, the most frequent first."""
    counted = Counter(each.code for each in violations)
    ordered = sorted(counted, key=lambda code: (-counted[code], code))
    return tuple(f"rule_{code.lower().replace('-', '_')}" for code in ordered)
