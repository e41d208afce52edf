"""Each promise of the published week that is moved or lost costs."""

from homeward.timetable.solver.checking.view import View
from homeward.timetable.solver.promises import promises

TIER = 2


def cost(view: View) -> int:
    """What that comes to."""
    now = promises(view.instance, view.schedule)
    lost = promises(view.instance, view.instance.previous).keys() - now.keys()
    return view.instance.weights["change"] * len(lost)
