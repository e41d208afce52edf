"""Somebody else leads a promised session: who sits there hears of it, and who led it sees it."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.core import outbox
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.core.models import OutboxItem
from homeward.core.refusals import Refusal
from homeward.notices.actions import queue_notice
from homeward.notices.queries import best_channel
from homeward.timetable.facts import LeaderReplaced
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.seating import every
from homeward.timetable.standing_in import Substitution

OUTBOX_KIND = "timetable.tell_substitution"
TELLER = Actor.of_service("timetable.telling")
DAYS_OF_A_WEEK = 7


@listens_to(LeaderReplaced)
def promise_telling(fact: LeaderReplaced) -> None:
    """With the change itself; a week nobody was promised changes without a word."""
    session = GroupSession.objects.get(pk=fact.session_id)
    if is_promised(session):
        outbox.send(
            OUTBOX_KIND,
            key=f"substitution {fact.substitution_id}",
            payload={"substitution_id": str(fact.substitution_id)},
            now=fact.at,
        )


@outbox.handles(OUTBOX_KIND)
def tell_substitution(item: OutboxItem, now: datetime) -> tuple[str, str]:
    """One neutral notice for each client who sits there now, unless another change followed.

    The notices room decides by consent and channel at this instant, and again when it sends.
    """
    made = Substitution.objects.select_related("session").get(pk=item.payload["substitution_id"])
    if not _still_holds(made, now):
        return outbox.State.DELIVERED, "nothing to tell"
    seats = every(Seat).filter(session_id=made.session_id, released_at=None)
    withheld = 0
    for seat in seats.select_related("client").order_by("pk"):
        try:
            queue_notice(
                actor=TELLER,
                client_id=seat.client_id,
                code="update",
                channel=best_channel(seat.client),
                origin=notice_origin(made.pk, seat.client_id),
                now=now,
            )
        except Refusal:
            withheld += 1
    return outbox.State.DELIVERED, f"withheld {withheld}" if withheld else ""


def notice_origin(substitution_id: UUID, client_id: UUID) -> str:
    """What makes the notice one, however often the telling is tried."""
    return f"leader {substitution_id} {client_id}"


def is_promised(session: GroupSession) -> bool:
    """Whether clients were told of it: its week is published, or it was booked with one of them."""
    if session.group_id is None:
        return True
    return Week.objects.filter(
        program_id=session.program_id,
        site_id=session.site_id,
        starts_on__gt=session.on - timedelta(days=DAYS_OF_A_WEEK),
        starts_on__lte=session.on,
        published_at__isnull=False,
    ).exists()


def led_by_others(worker_id: UUID, now: datetime) -> list[Substitution]:
    """Sessions to come that a colleague leads instead of this worker, the next one first."""
    rows = Substitution.objects.filter(
        away_id=worker_id, session__ends_at__gt=now, session__cancelled_at=None
    )
    leads = SessionLeader.objects.filter(worker_id=worker_id, is_released=False)
    found = (
        rows.exclude(session__in=leads.values("session"))
        .select_related("session", "instead")
        .order_by("session__starts_at", "session_id", "-at")
        .distinct("session__starts_at", "session_id")
    )
    return list(found)


def _still_holds(made: Substitution, now: datetime) -> bool:
    session = made.session
    if session.cancelled_at is not None or session.ends_at <= now:
        return False
    last = Substitution.objects.filter(session_id=session.pk).order_by("-at", "-created_at").first()
    return last is not None and last.pk == made.pk
