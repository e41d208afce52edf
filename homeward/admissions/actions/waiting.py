"""Waiting for a seat."""

from datetime import datetime
from uuid import UUID

from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.models import Inquiry, InquiryStep
from homeward.admissions.moving import move
from homeward.core.actions import action
from homeward.core.actors import Actor


@action
def put_on_wait_list(
    *, actor: Actor, inquiry_id: UUID, now: datetime, reason: str = "no_seat"
) -> InquiryStep:
    """Placed, and no seat yet: the inquiry waits under its own number."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    return move(inquiry, Inquiry.State.WAIT_LISTED, actor=actor, now=now, reason=reason)
