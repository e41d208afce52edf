"""Each session in another way than the client prefers costs."""

from homeward.timetable.solver.checking.view import View, known_clients
from homeward.timetable.solver.instance import EITHER

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["mode"] * sum(
        client.preferred_mode not in (EITHER, span.mode)
        for client, spans in known_clients(view)
        for span in spans
    )
