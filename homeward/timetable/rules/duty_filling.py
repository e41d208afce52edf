"""A roster from working hours: the fewest colleagues that cover the day, trained ones first.

A proposal of a greedy kind: at each open stretch the colleague who covers most of what is left.
It never takes anybody off and never exceeds what is asked where that can be helped.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from homeward.kernel.periods import Period
from homeward.timetable.rules.duty import Shift


def filling(
    here: Sequence[Period], present: Sequence[Shift], could: Sequence[Shift], *, staff: int,
    naloxone: int,
) -> tuple[Shift, ...]:  # fmt: skip
    """Shifts to add from `could` so that each stretch of `here` has `staff`, `naloxone` trained."""
    chosen: list[Shift] = []
    left = sorted(could, key=lambda each: (not each.is_naloxone_trained, each.worker))
    while left:
        everybody = [*present, *chosen]
        best = max(left, key=lambda each: _gain(each, here, everybody, staff, naloxone))
        if not _gain(best, here, everybody, staff, naloxone):
            break
        chosen.append(_within(best, here))
        left.remove(best)
    return tuple(chosen)


def _gain(
    shift: Shift, here: Sequence[Period], present: Sequence[Shift], staff: int, naloxone: int
) -> timedelta:
    """How much missing duty the shift would give; training that is missing counts as well."""
    gained = timedelta(0)
    for stretch in here:
        edges = sorted(_edges(stretch, (*present, shift)))
        for first, last in pairwise(edges):
            piece = Period(first, last)
            if not shift.period.has(first) or any(
                each.worker == shift.worker and each.period.has(first) for each in present
            ):
                continue
            there = [each for each in present if each.period.has(first)]
            if len(there) < staff:
                gained += piece.length
            if shift.is_naloxone_trained and _trained(there) < naloxone:
                gained += piece.length
    return gained


def _trained(shifts: Sequence[Shift]) -> int:
    return sum(each.is_naloxone_trained for each in shifts)


def _edges(stretch: Period, shifts: Sequence[Shift]) -> set[datetime]:
    edges = {stretch.starts_at, stretch.ends_at}
    for each in shifts:
        edges |= {
            edge
            for edge in (each.period.starts_at, each.period.ends_at)
            if stretch.starts_at < edge < stretch.ends_at
        }
    return edges


def _within(shift: Shift, here: Sequence[Period]) -> Shift:
    """Only as long as clients are there within this colleague's hours."""
    touched = [each for each in here if each.overlap(shift.period)]
    first = max(shift.period.starts_at, min(each.starts_at for each in touched))
    last = min(shift.period.ends_at, max(each.ends_at for each in touched))
    return Shift(shift.worker, Period(first, last), shift.is_naloxone_trained)
