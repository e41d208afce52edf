"""Each slot above the week one of the staff should have costs."""

from homeward.timetable.solver.checking.view import View

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["overload"] * sum(
        max(0, sum(span.slots for span in spans) - view.instance.staff[person].target_week)
        for person, spans in view.of_staff.items()
        if person in view.instance.staff
    )
