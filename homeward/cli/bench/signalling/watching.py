"""Living through one course day by day: which signals come up anew, and on which day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from homeward.retention.rules.course import RAISED, Course, SignalNumbers
from homeward.retention.rules.signals import SIGNALS


def raised_anew(
    course: Course, days: Sequence[date], numbers: SignalNumbers, codes: Collection[str]
) -> dict[date, frozenset[str]]:
    """The signals that a fact of that very day, or of a day to come, brings up."""
    found: dict[date, set[str]] = {day: set() for day in days}
    for code in codes:
        signal = SIGNALS[code]
        facts = tuple(fact for fact in course.facts if fact.kind in signal.looks_at)
        if not facts:
            continue
        seen = Course(course.admitted_on, facts)
        for day in days:
            decision = signal.look(seen, day, numbers)
            if decision.outcome == RAISED and decision.extras["on"] >= day.isoformat():
                found[day].add(code)
    return {day: frozenset(codes_of) for day, codes_of in found.items()}


def days_by_code(
    raised: Mapping[date, frozenset[str]], first: date, last: date, since: date
) -> dict[str, list[int]]:
    """On which days, counted from `since`, each signal came up from one day to another."""
    found: dict[str, list[int]] = {}
    for day, codes in raised.items():
        if first <= day <= last:
            for code in codes:
                found.setdefault(code, []).append((day - since).days)
    return found
