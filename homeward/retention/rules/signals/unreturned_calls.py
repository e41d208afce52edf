"""Calls that were not returned.

Met when: as many calls without reaching the person in the days looked back, none of them before
    the last day they came or were reached.
Numbers: `signal_unreturned_calls`, `signal_unreturned_days`.

Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "unreturned_calls"
LOOKS_AT = (Kind.CALL_UNANSWERED, Kind.REACHED, Kind.CAME, Kind.CAME_LATE)
CONTACT = (Kind.REACHED, Kind.CAME, Kind.CAME_LATE)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised until somebody is reached or the calls are too long ago."""
    first = on - (numbers.unreturned_days - 1) * DAY
    contact = course.told(CONTACT, first, on, on)
    since = max(first, contact[-1].on + DAY) if contact else first
    calls = course.told(Kind.CALL_UNANSWERED, since, on, on)
    detail = {"needed": numbers.unreturned_calls, "days": numbers.unreturned_days}
    if len(calls) < numbers.unreturned_calls:
        return quiet(CODE, **detail, calls=len(calls))
    return raised(CODE, calls, calls[-1], **detail, calls=len(calls))
