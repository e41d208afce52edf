"""Waiting for a seat: the place on the list, services meanwhile, and being called."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.models import Inquiry, InquiryStep, InterimService, WaitListEntry
from homeward.admissions.moving import move
from homeward.admissions.numbering import next_wait_number
from homeward.admissions.prioritising import priority_now
from homeward.admissions.rules.pipeline import is_ended
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose


class InterimServiceUnknown(Refusal):
    """There is no such interim service."""


class NotWaiting(Refusal):
    """This person is not on the wait list."""


class ServiceInFuture(Refusal):
    """A service was given by now."""


@action
def put_on_wait_list(
    *, actor: Actor, inquiry_id: UUID, now: datetime, reason: str = "no_seat"
) -> InquiryStep:
    """Placed, and no seat yet: a number of its own, and the order the law gives."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    step = move(inquiry, Inquiry.State.WAIT_LISTED, actor=actor, now=now, reason=reason)
    entry = WaitListEntry.objects.create(
        inquiry=inquiry,
        number=next_wait_number(),
        listed_at=now,
        decision=priority_now(inquiry, now).to_json(),
        last_contact_at=now,
    )
    audit.record("admissions.wait.listed", actor=actor, subject=entry, at=now)
    return step


@action
def record_interim_service(
    *,
    actor: Actor,
    inquiry_id: UUID,
    kind: str,
    now: datetime,
    at: datetime | None = None,
    note: str = "",
) -> InterimService:
    """One service given while the person waits; the first one starts the longer clock."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    if is_ended(inquiry.state):
        raise NotWaiting
    if kind not in InterimService.Kind.values:
        raise InterimServiceUnknown
    happened = at or now
    if happened > now or happened < inquiry.first_request_at:
        raise ServiceInFuture
    service = InterimService.objects.create(
        inquiry=inquiry, kind=kind, at=happened, by_id=actor.worker_id, note=note.strip()[:500]
    )
    audit.record("admissions.interim.given", actor=actor, subject=service, at=now, reason=kind)
    return service


@action
def record_wait_contact(*, actor: Actor, inquiry_id: UUID, now: datetime) -> WaitListEntry:
    """Somebody on the list was reached; the next contact is counted from here."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    rows = WaitListEntry.objects.for_actor(Actor.of_service("admissions"), Purpose.OPERATIONS)
    entry: WaitListEntry | None = rows.filter(inquiry=inquiry, left_at=None).first()
    if entry is None:
        raise NotWaiting
    entry.change(last_contact_at=now)
    audit.record("admissions.wait.contacted", actor=actor, subject=entry, at=now)
    return entry
