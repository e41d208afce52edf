"""Keeping people apart for a room above, whose own rule decided it and keeps the reason.

What is held carries its last day from the start and no reason. The schedule's own card neither
shows it nor ends it: the room that holds it does.
"""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.people.models import Client
from homeward.timetable.models import KeptApart
from homeward.timetable.seating import every
from homeward.timetable.windows import NotWith


@action
def hold_apart(
    *,
    actor: Actor,
    client_id: UUID,
    other_id: UUID,
    level: str,
    starts_on: date,
    ends_on: date,
    now: datetime,
) -> KeptApart:
    """Two clients apart from a day to before another: at `level` "group" or "site"."""
    smaller, larger = sorted((client_id, other_id), key=str)
    pair: KeptApart = KeptApart.objects.create(
        client_id=smaller, other_id=larger, site_id=_site_of(smaller), starts_on=starts_on,
        ends_on=ends_on, level=level, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.pair.held_apart", actor=actor, subject=pair, at=now)
    return pair


@action
def hold_from_worker(
    *,
    actor: Actor,
    client_id: UUID,
    worker_id: UUID,
    starts_on: date,
    ends_on: date,
    now: datetime,
) -> NotWith:
    """A client and a worker who do not meet, from a day to before another."""
    row: NotWith = NotWith.objects.create(
        client_id=client_id, worker_id=worker_id, site_id=_site_of(client_id),
        starts_on=starts_on, ends_on=ends_on, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.worker.held_apart", actor=actor, subject=row, at=now)
    return row


@action
def end_hold(*, actor: Actor, hold: KeptApart | NotWith, ends_on: date, now: datetime) -> None:
    """It holds before `ends_on` and no longer; one that ended earlier stays as it is."""
    row = every(type(hold)).select_for_update(of=("self",)).get(pk=hold.pk)
    if row.ends_on is None or row.ends_on > ends_on:
        row.change(ends_on=ends_on)
        audit.record("timetable.hold.ended", actor=actor, subject=row, at=now)


@action
def move_hold(*, actor: Actor, hold: KeptApart | NotWith, ends_on: date, now: datetime) -> None:
    """It holds until before another day."""
    row = every(type(hold)).select_for_update(of=("self",)).get(pk=hold.pk)
    row.change(ends_on=ends_on)
    audit.record("timetable.hold.moved", actor=actor, subject=row, at=now)


def _site_of(client_id: UUID) -> UUID:
    return every(Client).values_list("site_id", flat=True).get(pk=client_id)  # type: ignore[no-any-return]
