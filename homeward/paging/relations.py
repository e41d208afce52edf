"""Who is paged is on the client's team until the page is answered, and some hours after."""

from datetime import timedelta
from typing import Any

from django.db.models import Q

from homeward.core.reach import Relation, relates
from homeward.paging.kinds import PAGE
from homeward.tasks.models import CareTask

AFTER = timedelta(hours=4)  # to write down what was done


@relates("team")
def paged_about(about: Relation) -> Any:
    """Clients about whom this worker is paged now, or was until a short while ago."""
    worker_id = about.actor.worker_id
    if worker_id is None:
        return None
    return (
        CareTask.objects.unscoped("relation")
        .filter(Q(closed_at=None) | Q(closed_at__gt=about.at - AFTER))
        .filter(kind=PAGE.code, owner_id=worker_id)
        .values("client_id")
    )
