"""Each member of a group above its target costs, at every meeting."""

from homeward.timetable.solver.checking.view import View, groups_of

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["over"] * sum(
        max(0, len(group.members) - service.target) * len(group.meetings)
        for group, service in groups_of(view)
    )
