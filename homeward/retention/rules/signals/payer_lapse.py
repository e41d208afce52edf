"""The cover for care has ended or will end soon, and nothing follows it.

Met when: a cover ends within the days ahead, or ended in as many days back, with none that goes
    on.
Numbers: `signal_payer_days_ahead`.

Who pays is not looked at, only that nobody will.
Source: field practice; cover ends without anybody noticing until a claim is denied.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Kind, SignalNumbers, quiet, raised

CODE = "payer_lapse"
LOOKS_AT = (Kind.COVER_ENDS,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised from so many days before the end to as many after it."""
    reach = numbers.cover_days_ahead * DAY
    ends = course.told(Kind.COVER_ENDS, on - reach, on + reach, on)
    if not ends:
        return quiet(CODE, days=numbers.cover_days_ahead)
    last = ends[-1]
    return raised(CODE, ends, last, days=numbers.cover_days_ahead, on=last.on.isoformat())
