"""Housing or work was lost.

Met when: a loss of housing or work written down by the team in the days looked back.
Numbers: `signal_life_days`.

Only what happened during care is looked at. How somebody lived or worked when they came is none of
its business.
Source: field practice; leavers name unmet social needs.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "housing_or_job_loss"
LOOKS_AT = (Kind.HOUSING_LOST, Kind.JOB_LOST)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the loss lies within the window."""
    lost = course.told(LOOKS_AT, on - (numbers.life_days - 1) * DAY, on, on)
    if not lost:
        return quiet(CODE, days=numbers.life_days)
    return raised(CODE, lost, lost[-1], days=numbers.life_days)
