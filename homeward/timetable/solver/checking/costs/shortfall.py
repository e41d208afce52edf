"""Each slot under a client's authorised minimum costs."""

from homeward.timetable.solver.checking.view import View, known_clients

TIER = 1


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["shortfall"] * sum(
        max(0, client.least_a_week - sum(span.slots for span in spans))
        for client, spans in known_clients(view)
    )
