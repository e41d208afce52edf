"""Craving that rises, in the person's own check-ins.

Met when: the mean of the last seven days is higher by as many points than the mean of the seven
    days before, with as many answers in each.
Numbers: `signal_craving_points`, `signal_craving_answers`.

Craving is said from 0 to 10. Only check-ins the person shares are looked at.
Source: field practice.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from homeward.kernel.reasons import Decision, marked_by
from homeward.retention.rules.course import DAY, Course, Fact, Kind, SignalNumbers, quiet, raised

CODE = "craving_rise"
LOOKS_AT = (Kind.CRAVING,)
WEEK = 7


@marked_by("numbers")
def look(course: Course, on: date, numbers: SignalNumbers) -> Decision:
    """Raised while this week's mean lies so much higher."""
    first = on - (WEEK - 1) * DAY
    lately = course.told(Kind.CRAVING, first, on, on)
    before = course.told(Kind.CRAVING, first - WEEK * DAY, first - DAY, on)
    detail: dict[str, object] = {"needed": numbers.craving_points}
    if min(len(lately), len(before)) < max(1, numbers.craving_answers):
        return quiet(CODE, **detail)
    now, then = _mean(lately), _mean(before)
    detail |= {"before": f"{then:.1f}", "now": f"{now:.1f}"}
    if now - then < numbers.craving_points:
        return quiet(CODE, **detail)
    return raised(CODE, (*before, *lately), lately[-1], **detail)


def _mean(said: Sequence[Fact]) -> Decimal:
    return Decimal(sum(fact.value for fact in said)) / len(said)
