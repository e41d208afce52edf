"""Why clients are bound at some hours, for the words beside what could not be placed."""

from collections import defaultdict
from collections.abc import Iterable

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.timetable.windows import ClientHours


def busy_reasons(actor: Actor, clients: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each client within reach the reasons of their bound hours, each once; one query."""
    rows = ClientHours.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        client__in=list(clients), kind=ClientHours.Kind.BUSY, ends_on=None
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows.order_by("weekday", "starts"):
        if (
            row.why
            and row.why != ClientHours.Why.OTHER
            and row.why not in found[str(row.client_id)]
        ):
            found[str(row.client_id)].append(row.why)
    return {client: tuple(why) for client, why in found.items()}
