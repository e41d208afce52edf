"""What a schedule costs, one module each, by tier."""

from homeward.timetable.solver.checking.costs import (
    change,
    change_staff,
    extra_day,
    lunch,
    mode,
    open_meeting,
    over,
    overload,
    pref,
    short_day,
    shortfall,
    under,
    unmet,
)

COSTS = (
    unmet,
    shortfall,
    change,
    change_staff,
    open_meeting,
    under,
    over,
    extra_day,
    short_day,
    lunch,
    mode,
    pref,
    overload,
)
