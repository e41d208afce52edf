"""A promised session will not take place: who would have come hears that something changed."""

from datetime import datetime
from uuid import UUID

from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.core.models import OutboxItem
from homeward.core.refusals import Refusal
from homeward.notices.actions import queue_notice
from homeward.notices.models import Notice
from homeward.notices.queries import best_channel
from homeward.timetable.facts import SessionCancelled
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.publishing.substituted import is_promised
from homeward.timetable.seating import every

OUTBOX_KIND = "timetable.tell_cancellation"
TELLER = Actor.of_service("timetable.telling")
# Of a talk that the client called off, or that a discharge ended, its client knows.
KNOWN = frozenset({"client_asked", "discharge"})


@listens_to(SessionCancelled)
def promise_telling(fact: SessionCancelled) -> None:
    """With the cancellation itself; a week nobody was promised changes without a word."""
    session = GroupSession.objects.get(pk=fact.session_id)
    is_known = session.group_id is None and fact.reason in KNOWN
    if fact.seat_ids and not is_known and is_promised(session):
        outbox.send(
            OUTBOX_KIND,
            key=f"cancellation {fact.session_id}",
            payload={
                "session_id": str(fact.session_id), "seat_ids": [str(pk) for pk in fact.seat_ids],
            },
            now=fact.at,
        )  # fmt: skip


@outbox.handles(OUTBOX_KIND)
def tell_cancellation(item: OutboxItem, now: datetime) -> tuple[str, str]:
    """One neutral notice for each client who held a seat, unless it is over by now.

    Whoever was told since of something new, as of another place that was offered to them, looks at
    the same page and hears of it once. The notices room decides by consent and channel.
    """
    session = GroupSession.objects.get(pk=item.payload["session_id"])
    if session.cancelled_at is None or session.ends_at <= now:
        return outbox.State.DELIVERED, "nothing to tell"
    seats = every(Seat).filter(pk__in=item.payload["seat_ids"]).select_related("client")
    told = _told_since([seat.client_id for seat in seats], session.cancelled_at)
    withheld = 0
    for seat in seats.order_by("pk"):
        if seat.client_id in told:
            continue
        try:
            queue_notice(
                actor=TELLER,
                client_id=seat.client_id,
                code="update",
                channel=best_channel(seat.client),
                origin=notice_origin(session.pk, seat.client_id),
                now=now,
            )
        except Refusal:
            withheld += 1
    return outbox.State.DELIVERED, f"withheld {withheld}" if withheld else ""


def notice_origin(session_id: UUID, client_id: UUID) -> str:
    """What makes the notice one, however often the telling is tried."""
    return f"cancelled {session_id} {client_id}"


def _told_since(client_ids: list[UUID], at: datetime) -> frozenset[UUID]:
    """Those of these clients for whom such a notice was queued by then or later."""
    rows = every(Notice).filter(client__pk__among=client_ids, code="update", contact=None)
    return frozenset(rows.filter(queued_at__gte=at).values_list("client_id", flat=True))
