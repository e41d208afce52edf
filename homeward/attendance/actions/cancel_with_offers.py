"""A session falls out, and whoever sat there is offered another place at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.attendance.actions.offer_make_ups import offer_make_ups
from homeward.attendance.guarding import Guard
from homeward.attendance.models import MakeUpOffer
from homeward.attendance.placing import DropInRefused
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.program.models import Organisation
from homeward.timetable.actions import cancel_session
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import every, week_of


@dataclass(slots=True)
class Fallen:
    """What became of a cancellation: offers made, and the clients for whom none was.

    `without_place` found no place this week; `elsewhere` are beyond the actor's reach, and stand
    in the hours list of whoever cares for them.
    """

    sessions: list[GroupSession] = field(default_factory=list)
    offers: list[MakeUpOffer] = field(default_factory=list)
    without_place: int = 0
    elsewhere: int = 0


@action
def cancel_with_offers(
    *,
    actor: Actor,
    session_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Fallen:
    """Cancel a session and offer each client what fills their week again.

    Raises the refusals of `cancel_session`. A client whose week holds without it gets no offer.
    """
    seated = _seated([session_id])
    session = cancel_session(
        actor=actor, session_id=session_id, reason=reason, now=now,
        expected_version=expected_version,
    )  # fmt: skip
    return _offered(actor, [session], seated, now)


@action
def cancel_between(
    *,
    actor: Actor,
    site_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    reason: str,
    now: datetime,
    room_id: UUID | None = None,
) -> Fallen:
    """Cancel all that runs at a site, or in one room of it, within a stretch, then offer places.

    Offers are made once everything is cancelled, so that none names a session that falls too.
    """
    rows = GroupSession.objects.live().filter(
        site_id=site_id, closed_at=None, starts_at__lt=ends_at, ends_at__gt=max(starts_at, now)
    )
    if room_id is not None:
        rows = rows.filter(room_id=room_id)
    ids = list(rows.order_by("starts_at").values_list("pk", flat=True))
    seated = _seated(ids)
    sessions = [
        cancel_session(actor=actor, session_id=session_id, reason=reason, now=now)
        for session_id in ids
    ]
    return _offered(actor, sessions, seated, now)


def _seated(session_ids: Iterable[UUID]) -> set[UUID]:
    """Everybody who sits there, also outside the actor's own reach: the room will be empty."""
    rows = every(Seat).filter(session__in=list(session_ids), released_at=None)
    return set(rows.values_list("client_id", flat=True))


def _offered(
    actor: Actor, sessions: list[GroupSession], seated: set[UUID], now: datetime
) -> Fallen:
    fallen = Fallen(sessions)
    if not seated or not sessions:
        return fallen
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episodes = list(
        rows.filter(client_id__in=seated, ended_at=None)
        .select_related("site", "program", "phase")
        .order_by("admitted_at", "pk")
    )
    fallen.elsewhere = len(seated) - len({episode.client_id for episode in episodes})
    first = sessions[0]
    house = Organisation.objects.first()
    starts_on = week_of(first.on, house.week_starts_on if house else 0)
    guard = Guard(episodes, first.site, first.program, starts_on, now)
    waiting = every(MakeUpOffer).filter(client_id__in=seated, answered_at=None)
    asked_already = set(waiting.values_list("client_id", flat=True))
    for row in guard.rows:
        if not row.is_short or row.client_id in asked_already:
            continue
        places = [choice.session.pk for choice in row.mending]
        if not places:
            fallen.without_place += 1
            continue
        try:
            fallen.offers += offer_make_ups(
                actor=actor, client_id=row.client_id, session_ids=places, now=now
            )
        except DropInRefused:  # somebody else was offered and took the last seat meanwhile
            fallen.without_place += 1
    return fallen
