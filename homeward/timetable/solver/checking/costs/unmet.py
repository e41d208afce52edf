"""Each missing meeting costs its service's price for every slot of it."""

from collections import Counter

from homeward.timetable.solver.checking.view import View, known_clients

TIER = 1


def cost(view: View) -> int:
    """What that comes to."""
    total = 0
    for client, spans in known_clients(view):
        held = Counter(span.service for span in spans)
        for code, needed in client.needs.items():
            service = view.instance.services[code]
            total += max(0, needed - held[code]) * service.slots * service.unmet
    return total
