"""Who acts, and the credentials they hold on the day."""

from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.staff.models import Worker


def worker_of(actor: Actor) -> UUID:
    """The worker; raises NotAllowed for anyone else."""
    if actor.worker_id is None:
        raise NotAllowed
    return actor.worker_id


def credential_of(actor: Actor, now: datetime) -> str:
    """The credentials held on the day, as a signature shows them."""
    held = Worker.objects.get(pk=worker_of(actor)).credentials.filter(starts_on__lte=local_day(now))
    current = [each.title for each in held if each.ends_on is None or each.ends_on > local_day(now)]
    return ", ".join(current)[:120]
