"""Reads about sessions and seats worth a name."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import GroupSession, Seat, SessionLeader

COUNTING = Actor.of_service("timetable.queries")
UNREAD = ("client__phone", "client__diagnosis", "client__allergies")


# How many seats a session holds: a number, never who; for `Subquery`.
HELD = (
    Seat.objects.unscoped("seats taken, a number")
    .filter(session=OuterRef("pk"), released_at=None)
    .order_by()
    .values("session")
    .annotate(number_held=Count("pk"))
    .values("number_held")
)


def session_rows() -> QuerySet[Any]:
    """Sessions with their place, kind, leaders, and `seats_taken`: a count, never who."""
    return (
        GroupSession.objects.select_related(
            "room", "site", "session_type", "group__track", "topic", "program"
        )
        .annotate(seats_taken=Coalesce(Subquery(HELD), 0))  # type: ignore[no-redef]
        .prefetch_related(
            Prefetch(
                "leaders",
                SessionLeader.objects.filter(is_released=False)
                .select_related("worker")
                .order_by("is_assistant", "worker__name"),
            )
        )
        .order_by("starts_at", "name", "pk")
    )


def board_rows() -> QuerySet[Any]:
    """Sessions for a board of hundreds: as `session_rows`, with what they share read once.

    Carries what a board shows, no more; anything else would be asked for row by row.
    """
    return (
        GroupSession.objects.only(
            "name", "on", "starts_at", "ends_at", "capacity", "cancelled_at", "cancelled_reason",
            "room", "session_type", "group", "topic",
        )
        .annotate(seats_taken=Coalesce(Subquery(HELD), 0))  # type: ignore[no-redef]
        .prefetch_related(
            "room", "session_type", "topic", "group__phases",
            Prefetch(
                "leaders",
                SessionLeader.objects.filter(is_released=False)
                .only("session", "worker", "is_assistant")
                .prefetch_related("worker")
                .order_by("is_assistant", "worker__name"),
            ),
        )
        .order_by("starts_at", "name", "pk")
    )  # fmt: skip


def sessions_on(actor: Actor, day: date) -> list[GroupSession]:
    """The live sessions of a day at the sites where the actor works, in order of time.

    Each carries `seats_taken` (count of held seats), its room, type, topic and `leaders`.
    """
    return list(at_sites_of(actor, session_rows()).filter(on=day, cancelled_at=None))


def my_sessions(actor: Actor, day: date) -> list[GroupSession]:
    """The live sessions of a day that this worker leads or assists."""
    return list(led_by(actor, session_rows()).filter(on=day, cancelled_at=None))


def at_sites_of(actor: Actor, sessions: QuerySet[Any]) -> QuerySet[Any]:
    """Those sessions that are held where the actor works."""
    if actor.kind == "service" or any(grant.site_id is None for grant in actor.grants):
        return sessions
    return sessions.filter(site_id__in=actor.site_ids)


def led_by(actor: Actor, sessions: QuerySet[Any]) -> QuerySet[Any]:
    """Those sessions that this worker leads or assists."""
    if actor.worker_id is None:
        return sessions.none()
    led = SessionLeader.objects.filter(worker_id=actor.worker_id, is_released=False)
    return sessions.filter(pk__in=led.values("session_id"))


def seats_for(actor: Actor, session: GroupSession | UUID, to: Access = Access.READ) -> list[Seat]:
    """The held seats of a session in order of number, with client, phase and track."""
    session_id = session.pk if isinstance(session, GroupSession) else session
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    return list(
        seats.filter(session_id=session_id, released_at=None)
        .select_related("client", "episode__phase", "episode__track")
        .defer(*UNREAD)
        .order_by("number")
    )


def seats_of_sessions(actor: Actor, sessions: Iterable[GroupSession]) -> dict[UUID, list[Seat]]:
    """The held seats of several sessions in one query, by session id."""
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT)
    found: dict[UUID, list[Seat]] = {}
    for seat in (
        seats.filter(session__in=[session.pk for session in sessions], released_at=None)
        .select_related("client", "episode__phase")
        .defer(*UNREAD)
        .order_by("session_id", "number")
    ):
        found.setdefault(seat.session_id, []).append(seat)
    return found


def next_sessions_of(
    actor: Actor, client: Any, now: datetime, limit: int = 10
) -> list[GroupSession]:
    """The client's live sessions that have not ended yet, the nearest first.

    `client` is a client or its id. Empty when the actor may not see the client's schedule.
    """
    client_id = getattr(client, "pk", client)
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, released_at=None, ends_at__gt=now
    )
    upcoming = [seat.session_id for seat in seats.order_by("starts_at")[:limit]]
    return list(session_rows().filter(pk__in=upcoming, cancelled_at=None))


def planned_minutes(clients: Iterable[Any], week_start: date) -> dict[UUID, int]:
    """Clinical minutes of held seats in the seven days from `week_start`, by client id.

    One query for all; `clients` are clients or ids that the caller already reached in scope.
    A client without a seat is present with 0.
    """
    minutes = dict.fromkeys((getattr(client, "pk", client) for client in clients), 0)
    rows = _planned(list(minutes), week_start, week_start + timedelta(weeks=1))
    for client_id, total in rows.values_list("client_id").annotate(
        total=Sum("session__clinical_minutes")
    ):
        minutes[client_id] = total
    return minutes


def _planned(ids: list[Any], first: date, last: date) -> Any:
    return Seat.objects.for_actor(COUNTING, Purpose.OPERATIONS).filter(
        client__pk__among=ids,
        released_at=None,
        session__cancelled_at=None,
        session__on__gte=first,
        session__on__lt=last,
    )


def planned_minutes_by_week(
    clients: Iterable[Any], first_week: date, *, weeks: int
) -> dict[date, dict[UUID, int]]:
    """Clinical minutes of held seats for several weeks in one query, by week and client id."""
    ids = [getattr(client, "pk", client) for client in clients]
    last = first_week + timedelta(weeks=weeks)
    starts = [first_week + timedelta(weeks=number) for number in range(weeks)]
    minutes: dict[date, dict[UUID, int]] = {start: dict.fromkeys(ids, 0) for start in starts}
    rows = (
        _planned(ids, first_week, last)
        .values("client_id", "session__on")
        .annotate(total=Sum("session__clinical_minutes"))
    )
    for row in rows:
        week = starts[(row["session__on"] - first_week).days // 7]
        minutes[week][row["client_id"]] += row["total"]
    return minutes


def leads(actor: Actor, session_id: UUID) -> bool:
    """Whether this worker leads or assists the session."""
    if actor.worker_id is None:
        return False
    led = SessionLeader.objects.filter(session_id=session_id, worker_id=actor.worker_id)
    return led.filter(is_released=False).exists()
