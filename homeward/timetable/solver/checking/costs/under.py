"""Each member a group lacks of its comfortable least costs, at every meeting."""

from homeward.timetable.solver.checking.view import View, groups_of

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["under"] * sum(
        max(0, service.soft_least - len(group.people_at(each)))
        for group, service in groups_of(view)
        for each in group.meetings
    )
