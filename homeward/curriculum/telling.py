"""Saying neutrally that there is something to see, to those who want such messages."""

from collections.abc import Iterable
from datetime import datetime

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.curriculum.models import HandedOut
from homeward.notices.actions import ChannelNotAgreed, queue_notice
from homeward.notices.models import Channel

# It says only that there is news; the words are those of every other update.
CODE = "update"
# Who hands out may know the client by name alone; how they may be reached is the house's to know.
_TELLING = Actor.of_service("curriculum.telling")


def tell(rows: Iterable[HandedOut], now: datetime) -> int:
    """Queue at most one message a client and day; returns how many were queued."""
    told = 0
    for row in rows:
        try:
            queue_notice(
                actor=_TELLING,
                client_id=row.client_id,
                code=CODE,
                channel=Channel.TEXT,
                origin=f"curriculum {row.client_id} {local_day(now)}",
                now=now,
            )
        except ChannelNotAgreed:
            continue
        told += 1
    return told
