"""Each idle slot at lunch costs."""

from homeward.timetable.solver.checking.view import View, by_day, idle_slots, known_clients

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    begins, ends = view.instance.grid.lunch
    return view.instance.weights["lunch"] * sum(
        begins <= slot < ends
        for client, spans in known_clients(view)
        for held in by_day(spans).values()
        for slot in idle_slots(held)
    )
