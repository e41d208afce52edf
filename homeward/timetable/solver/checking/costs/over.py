"""Each member of a group above its target costs, at every meeting."""

from homeward.timetable.solver.checking.view import View, groups_of

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["over"] * sum(
        max(0, len(group.people_at(each)) - service.target)
        for group, service in groups_of(view)
        for each in group.meetings
    )
