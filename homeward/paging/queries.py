"""Reads about pages and the dangers behind them."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.paging.kinds import DANGER_KINDS, PAGE
from homeward.paging.opening import BEFORE_GROUP, tasks
from homeward.tasks.models import CareTask
from homeward.timetable.models import GroupSession

AFTER_GROUP = timedelta(hours=1)


def pages_of(actor: Actor) -> list[CareTask]:
    """The open pages of a worker, the earliest first. Asks first whether there is any, unread."""
    if actor.worker_id is None:
        return []
    mine = {"kind": PAGE.code, "closed_at": None, "owner_id": actor.worker_id}
    if not tasks().filter(**mine).exists():
        return []
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(**mine)
    return list(rows.select_related("client").order_by("opened_at", "pk"))


def open_dangers(session: GroupSession, client_ids: Iterable[UUID]) -> list[CareTask]:
    """Dangers said around a session by these clients that nobody has ended yet.

    Read by the service: a group does not close over one, whoever's team the client is on.
    """
    rows = tasks().filter(
        client_id__in=list(client_ids), closed_at=None, urgency=CareTask.Urgency.NOW,
        kind__in=[*DANGER_KINDS, PAGE.code], opened_at__gte=session.starts_at - BEFORE_GROUP,
        opened_at__lte=session.ends_at + AFTER_GROUP,
    )  # fmt: skip
    return list(rows.select_related("owner", "client").order_by("opened_at", "pk"))
