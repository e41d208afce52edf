"""A new phase has begun.

Met when: another phase than before began in the days looked back.
Numbers: `signal_phase_days`.

The first phase of an episode is no change.
Source: field practice; other hours and other faces are a moment to lose somebody.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "phase_change"
LOOKS_AT = (Kind.PHASE_BEGAN,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised for the first days of the new phase."""
    began = course.told(Kind.PHASE_BEGAN, on - (numbers.phase_days - 1) * DAY, on, on)
    if not began:
        return quiet(CODE, days=numbers.phase_days)
    return raised(CODE, began[-1:], began[-1], days=numbers.phase_days)
