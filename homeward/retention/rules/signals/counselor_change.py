"""Another counselor than before.

Met when: the primary counselor changed in the days looked back.
Numbers: `signal_counselor_days`.

Source: field practice; leavers name trouble with the counselor, and a new one is a new beginning.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "counselor_change"
LOOKS_AT = (Kind.COUNSELOR_CHANGED,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised for the first days with the new counselor."""
    first = on - (numbers.counselor_days - 1) * DAY
    changed = course.told(Kind.COUNSELOR_CHANGED, first, on, on)
    if not changed:
        return quiet(CODE, days=numbers.counselor_days)
    return raised(CODE, changed[-1:], changed[-1], days=numbers.counselor_days)
