"""What each person was promised, what changed for them, and how they will hear of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import queue_notice
from homeward.notices.queries import best_channel
from homeward.timetable.models import Week
from homeward.timetable.publications import Publication, ToldWeek, ToldWorker
from homeward.timetable.publishing.hearing import (
    ClientChange,
    Everybody,
    StaffChange,
    hearing,
)
from homeward.timetable.publishing.rooms import RoomLine
from homeward.timetable.publishing.wanted import Wanted
from homeward.timetable.seating import every
from homeward.timetable.solver.schedule import Schedule

OUTBOX_KIND = "timetable.tell_clients"
AT_ONCE = 25  # clients told by one item, so that one that fails delays few
TELLER = Actor.of_service("timetable.telling")


def keep_promises(
    publication: Publication,
    week: Week,
    everybody: Everybody,
    schedule: Schedule,
    wanted: Iterable[Wanted],
    now: datetime,
) -> int:
    """Write down what everybody was promised; those whose week changed are told by the worker.

    Returns how many clients are told.
    """
    heard = hearing(everybody, schedule, is_again=week.published_at is not None)
    lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
    led: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in wanted:
        promise = _line(each)
        for member in each.members:
            lines[str(member)].append(promise)
        if each.worker_id:
            led[str(each.worker_id)].append({**promise, "members": len(each.members)})
    told = [
        ToldWeek(
            publication=publication, client_id=UUID(id_), site_id=week.site_id,
            lines=lines.get(id_, []), at=now,
            changes=[_change(line) for line in heard.clients.get(id_, ())],
        )
        for id_ in sorted(everybody.clients)
    ]  # fmt: skip
    ToldWeek.objects.bulk_create(told)
    _keep_staff(publication, heard.workers, led, now)
    to_tell = [str(row.pk) for row in told if row.changes]
    for first in range(0, len(to_tell), AT_ONCE):
        outbox.send(
            OUTBOX_KIND,
            key=f"publication {publication.pk} from {first}",
            payload={"told_ids": to_tell[first : first + AT_ONCE]},
            now=now,
        )
    return len(to_tell)


def _keep_staff(
    publication: Publication,
    changes: Mapping[str, tuple[StaffChange, ...]],
    led: Mapping[str, list[dict[str, Any]]],
    now: datetime,
) -> None:
    ToldWorker.objects.bulk_create(
        ToldWorker(
            publication=publication, worker_id=UUID(id_), lines=led.get(id_, []),
            changes=[each.to_json() for each in changes.get(id_, ())], at=now,
        )
        for id_ in sorted({*led, *changes})
    )  # fmt: skip


@outbox.handles(OUTBOX_KIND)
def tell_clients(item: OutboxItem, now: datetime) -> tuple[str, str]:
    """Queue one neutral notice for each client whose week changed; each of them once.

    The notices room decides by consent and channel, holds back what may not go, and keeps both.
    """
    rows = every(ToldWeek).filter(pk__in=item.payload["told_ids"]).select_related("client")
    withheld = 0
    for told in rows.order_by("pk"):
        try:
            queue_notice(
                actor=TELLER,
                client_id=told.client_id,
                code="update",
                channel=best_channel(told.client),
                origin=told.notice_origin,
                now=now,
            )
        except Refusal:
            withheld += 1
    return outbox.State.DELIVERED, f"withheld {withheld}" if withheld else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """By which channel a client was told, and what became of it where the reader may know that."""

    channel: str
    became: str = ""


def how_told(actor: Actor, publication_id: UUID) -> dict[UUID, Heard]:
    """How each client of a publication was told whose told week the actor may read, by client id.

    Who plans the week saw the channel before publishing. What became of a notice belongs to the
    client's messages: to whoever may not read those, one that was held back looks like one that
    went out, whatever held it back.
    """
    from homeward.notices.models import Notice

    told = ToldWeek.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        publication_id=publication_id
    )
    origins = {row.notice_origin: row.client_id for row in told}
    channels = every(Notice).filter(origin__in=list(origins)).values_list("origin", "channel")
    found = {origins[origin]: Heard(channel) for origin, channel in channels}
    own = Notice.objects.for_actor(actor, Purpose.OPERATIONS).filter(origin__in=list(origins))
    for row in own.select_related("outcome"):
        outcome = getattr(row, "outcome", None)
        found[origins[row.origin]] = Heard(row.channel, outcome.state if outcome else "")
    return found


def is_telling(publication_id: UUID) -> bool:
    """Whether some who are to hear of it have no notice yet: the worker is about to queue it."""
    waiting = OutboxItem.objects.filter(kind=OUTBOX_KIND, state=OutboxItem.State.WAITING)
    return waiting.filter(key__startswith=f"publication {publication_id} ").exists()


def _line(each: Wanted) -> dict[str, Any]:
    return {
        "service": each.service,
        "starts_at": each.starts_at.isoformat(),
        "ends_at": each.ends_at.isoformat(),
        "mode": each.mode,
        "staff": str(each.worker_id) if each.worker_id else None,
        "room": str(each.room_id) if each.room_id else None,
    }


def _change(line: ClientChange) -> dict[str, Any]:
    told: dict[str, Any] = {
        "service": line.service,
        "was": list(line.was) if line.was else None,
        "now": list(line.now) if line.now else None,
    }
    if isinstance(line, RoomLine):
        told["rooms"] = list(line.rooms)
    return told
