"""A test that was not given.

Met when: a test missed or refused in the days looked back.
Numbers: `signal_test_days`.

A missed test is not a positive one, and is never called one.
Source: field practice; tests are missed more often before somebody leaves.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "missed_test"
LOOKS_AT = (Kind.TEST_NOT_GIVEN,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the test lies within the window."""
    first = on - (numbers.test_days - 1) * DAY
    missed = course.told(Kind.TEST_NOT_GIVEN, first, on, on)
    if not missed:
        return quiet(CODE, days=numbers.test_days)
    return raised(CODE, missed, missed[-1], days=numbers.test_days, missed=len(missed))
