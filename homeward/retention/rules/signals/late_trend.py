"""Coming late more and more often.

Met when: as many days with a late arrival in the days looked back, and more than in as many days
    before.
Numbers: `signal_late_arrivals`, `signal_late_days`.

Source: field practice.
"""

from datetime import date

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import (
    DAY,
    Course,
    Kind,
    SignalNumbers,
    distinct_days,
    quiet,
    raised,
)

CODE = "late_trend"
LOOKS_AT = (Kind.CAME_LATE,)


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while the late arrivals lie within the window and outnumber those before."""
    first = on - (numbers.late_days - 1) * DAY
    lately = course.told(Kind.CAME_LATE, first, on, on)
    before = course.told(Kind.CAME_LATE, first - numbers.late_days * DAY, first - DAY, on)
    detail = {
        "late": distinct_days(lately),
        "before": distinct_days(before),
        "needed": numbers.late_arrivals,
        "days": numbers.late_days,
    }
    if detail["late"] < numbers.late_arrivals or detail["late"] <= detail["before"]:
        return quiet(CODE, **detail)
    return raised(CODE, lately, lately[-1], **detail)
