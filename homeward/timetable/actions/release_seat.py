"""A client gives a standing seat back."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.facts import SeatReleased
from homeward.timetable.models import GroupMembership, Seat


class SeatAlreadyReleased(Refusal):
    """The standing seat was given back before."""


@action
def release_seat(
    *,
    actor: Actor,
    membership_id: UUID,
    ends_on: date,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> GroupMembership:
    """End a standing seat: `ends_on` is the first day without it; coming seats become free.

    Past seats and what happened in them stay. Raises SeatAlreadyReleased, StaleVersion.
    """
    membership = (
        GroupMembership.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=membership_id)
    )
    if membership.ends_on is not None:
        raise SeatAlreadyReleased
    expect_version(membership, expected_version)
    last = max(ends_on, membership.starts_on)
    membership.change(ends_on=last)
    Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        client_id=membership.client_id,
        session__group_id=membership.group_id,
        session__on__gte=last,
        session__closed_at=None,
        starts_at__gt=now,
        released_at=None,
    ).update(released_at=now, released_reason=reason)
    audit.record("timetable.seat.released", actor=actor, subject=membership, at=now, reason=reason)
    announce(SeatReleased(membership.pk, membership.client_id, last, reason, actor, now))
    return membership
