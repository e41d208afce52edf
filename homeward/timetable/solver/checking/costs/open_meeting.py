"""Each meeting of a group costs."""

from homeward.timetable.solver.checking.view import View

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    meetings = sum(len(group.meetings) for group in view.schedule.groups)
    return view.instance.weights["open_meeting"] * meetings
