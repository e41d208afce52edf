"""Each day a client comes beyond the fewest they must costs."""

from homeward.timetable.solver.checking.view import View, by_day, known_clients

TIER = 3


def cost(view: View) -> int:
    """What that comes to."""
    return view.instance.weights["extra_day"] * sum(
        max(0, len(by_day(spans)) - client.min_days) for client, spans in known_clients(view)
    )
