"""Moving an inquiry along: only where the table allows, with its step kept for good."""

from datetime import datetime

from homeward import audit
from homeward.admissions.facts import InquiryMoved
from homeward.admissions.models import Inquiry, InquiryStep, WaitListEntry
from homeward.admissions.rules.pipeline import is_legal
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose


class MoveNotLegal(Refusal):
    """An inquiry in this state does not go there next."""


def move(
    inquiry: Inquiry, new: str, *, actor: Actor, now: datetime, reason: str = ""
) -> InquiryStep:
    """One step of an inquiry the caller has locked, within the caller's transaction."""
    old = inquiry.state
    if not is_legal(old, new):
        raise MoveNotLegal(f"from_{old}", f"to_{new}")
    step = note_step(inquiry, old, new, actor=actor, now=now, reason=reason)
    inquiry.change(state=new)
    if old == Inquiry.State.WAIT_LISTED:
        _leave_wait_list(inquiry, new, now)
    audit.record("admissions.inquiry.moved", actor=actor, subject=inquiry, at=now, reason=new)
    announce(InquiryMoved(inquiry.pk, old, new, now))
    return step


def _leave_wait_list(inquiry: Inquiry, new: str, now: datetime) -> None:
    rows = WaitListEntry.objects.for_actor(Actor.of_service("admissions"), Purpose.OPERATIONS)
    for entry in rows.filter(inquiry=inquiry, left_at=None):
        entry.change(left_at=now, left_as=new)


def note_step(
    inquiry: Inquiry, old: str, new: str, *, actor: Actor, now: datetime, reason: str
) -> InquiryStep:
    """A line of the inquiry's history; the same state twice is something that happened in it."""
    return InquiryStep.objects.create(
        inquiry=inquiry,
        from_state=old,
        to_state=new,
        at=now,
        by_id=actor.worker_id,
        reason=reason[:200],
    )
