"""Who of staff does not meet which client: left out wherever somebody is chosen to call or visit.

Only that they are left out is ever seen; the reason stays where it was written.
"""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from homeward.tasks.opening import register_kept_away
from homeward.timetable.seating import every, standing_on
from homeward.timetable.windows import NotWith


@register_kept_away
def workers_kept_away(client_ids: Collection[UUID], on: date) -> Mapping[UUID, frozenset[UUID]]:
    """For each of these clients with such a worker, the workers who are not chosen on a day."""
    rows = every(NotWith).filter(standing_on(on), starts_on__lte=on, client_id__in=list(client_ids))
    found: dict[UUID, frozenset[UUID]] = {}
    for client_id, worker_id in rows.values_list("client_id", "worker_id"):
        found[client_id] = found.get(client_id, frozenset()) | {worker_id}
    return found
