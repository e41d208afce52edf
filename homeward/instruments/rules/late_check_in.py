"""Which time a check-in carries that a phone kept while it had no network: a pure rule.

It was said when it was said, however late it comes: the day it belongs to, and what it says about
danger, are those of that hour. A time that lies ahead is not believed, and neither is one from
before any key was there that could have sealed it; such a check-in counts from when it came.
"""

from datetime import datetime, timedelta

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "instruments.late_check_in", "1"
AS_SAID, AS_RECEIVED = "as_said", "as_received"
SLACK = timedelta(minutes=1)  # two clocks never agree to the second
# A key seals for a week and opens for thirty days more.
OLDEST = timedelta(days=37)
# Below this it is an ordinary check-in that took its way.
ON_THE_WAY = timedelta(minutes=2)


def time_of(said: datetime, received: datetime) -> Decision:
    """`said` is set right by the server's clock already; the extras say which instant counts."""
    age = received - said
    lines = (
        _line("late_check_in_not_ahead", holds=age >= -SLACK),
        _line("late_check_in_not_too_old", holds=age <= OLDEST),
    )
    is_true = all(line.state is State.MET for line in lines)
    at = min(said, received) if is_true else received
    late = is_true and age > ON_THE_WAY
    return Decision(
        AS_SAID if is_true else AS_RECEIVED,
        RULE_SET,
        VERSION,
        lines,
        {"at": at.isoformat(), "is_late": late},
    )


def _line(code: str, *, holds: bool) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET)
