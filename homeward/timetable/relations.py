"""Leading a group puts its clients on the leader's team for the day around it."""

from datetime import timedelta
from typing import Any

from homeward.core.reach import Relation, relates
from homeward.timetable.models import Seat

AROUND = timedelta(hours=24)


@relates("team")
def seated_with_leader(about: Relation) -> Any:
    """Clients holding a seat in a session this worker leads, from 24 hours before to 24 after."""
    worker_id = about.actor.worker_id
    if worker_id is None:
        return None
    return (
        Seat.objects.unscoped("relation")
        .filter(
            released_at=None,
            session__cancelled_at=None,
            session__leaders__worker_id=worker_id,
            session__leaders__is_released=False,
            session__leaders__starts_at__lt=about.at + AROUND,
            session__leaders__ends_at__gt=about.at - AROUND,
        )
        .values("client_id")
    )
