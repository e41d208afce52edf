"""Each day of less than the wished length costs, in the first two phases."""

from homeward.timetable.solver.checking.view import View, by_day, known_clients

TIER = 3
FROM_PHASE = 3


def cost(view: View) -> int:
    """What that comes to."""
    wished = view.instance.grid.min_day_soft
    return view.instance.weights["short_day"] * sum(
        sum(span.slots for span in held) < wished
        for client, spans in known_clients(view)
        if client.phase < FROM_PHASE
        for held in by_day(spans).values()
    )
