"""Each slot of a session that lies in no preferred window as a whole costs."""

from homeward.timetable.solver.checking.view import View, known_clients

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["pref"] * sum(
        span.slots
        for client, spans in known_clients(view)
        for span in spans
        if not any(window.holds(span.day, span.begins, span.ends) for window in client.preferred)
    )
