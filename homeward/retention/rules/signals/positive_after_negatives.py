"""A test that found use after tests that found none.

Met when: a presumptive or confirmed positive in the days looked back, and right before it as many
    negatives in a row.
Numbers: `signal_test_days`, `signal_negatives_before`.

Tests that were not given stand aside: they end no row of negatives and make none. A presumptive
one is a fact of its own kind, so that nobody reads it as confirmed.
Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Fact, Kind, SignalNumbers, quiet, raised

CODE = "positive_after_negatives"
FOUND = (Kind.TEST_POSITIVE, Kind.TEST_PRESUMPTIVE)
LOOKS_AT = (*FOUND, Kind.TEST_NEGATIVE)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the positive lies within the window."""
    first = on - (numbers.test_days - 1) * DAY
    tests = course.told(LOOKS_AT, course.admitted_on, on, on)
    detail = {"needed": numbers.negatives_before, "days": numbers.test_days}
    for place in range(len(tests) - 1, -1, -1):
        test = tests[place]
        if test.on < first:
            break
        before = _negatives_before(tests, place)
        if test.kind in FOUND and len(before) >= numbers.negatives_before:
            return raised(CODE, (*before, test), test, **detail, negatives=len(before))
    return quiet(CODE, **detail)


def _negatives_before(tests: list[Fact], place: int) -> tuple[Fact, ...]:
    """The negatives in a row right before a test, the oldest first."""
    row: list[Fact] = []
    for test in reversed(tests[:place]):
        if test.kind in FOUND:
            break
        row.append(test)
    return tuple(reversed(row))
