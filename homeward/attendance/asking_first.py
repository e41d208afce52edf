"""Whom staff ask before they seat somebody who is at the door; never who else it is about."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from homeward.attendance.models import Punch
from homeward.conduct.asking import ask_first
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose

LOOKING = Actor.of_service("attendance.asking_first")


def asked_before_seating(
    client_ids: Collection[UUID], *, site_id: UUID, zone: str, now: datetime
) -> Mapping[UUID, str]:
    """The name to ask, by client, as things stand in the house at this moment."""
    if not client_ids:
        return {}
    stays = Punch.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(
        mark__session__site_id=site_id, mark__on=local_day(now, zone), out_at=None
    )
    present = frozenset(stays.values_list("mark__client_id", flat=True))
    return ask_first(client_ids, present=present, site_id=site_id, now=now)
