"""Each promise that is kept with another face costs."""

from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.promises import promises

TIER = 2


def cost(view: View) -> int:
    """What that comes to."""
    now = promises(view.instance, view.schedule)
    told = promises(view.instance, view.instance.previous)
    changed = sum(now.get(promise, staff) != staff for promise, staff in told.items())
    return view.instance.weights["change_staff"] * changed
