"""Calling back, and ending an inquiry that goes no further."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward import audit
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.medical import EVALUATION
from homeward.admissions.models import Inquiry, InquiryStep
from homeward.admissions.moving import move, note_step
from homeward.admissions.rules.pipeline import ENDINGS, is_ended
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.people.models import TeamMembership

OUTCOMES = ("reached", "left_message", "no_answer", "wrong_number")
REASONS = (
    "not_reached",
    "not_now",
    "chose_otherwise",
    "missed_assessment",
    "no_contact",
    "waited_too_long",
    "withdrawal_first",
    "other_level",
    "under_age",
    "payer",
    "other",
)


class ContactOutcomeUnknown(Refusal):
    """A call ends as reached, left_message, no_answer or wrong_number."""


class MessageNotAllowed(Refusal):
    """The caller did not agree that a message is left."""


class CallbackNotAllowed(Refusal):
    """The caller asked not to be called back."""


class ClosingUnknown(Refusal):
    """An inquiry ends as referred out, declined or lost, with one of the reasons."""


class InquiryEnded(Refusal):
    """This inquiry has ended; a new call is a new inquiry."""


@action
def record_contact(
    *,
    actor: Actor,
    inquiry_id: UUID,
    outcome: str,
    now: datetime,
    expected_version: int | None = None,
) -> InquiryStep:
    """One attempt to call back. Reaching the person moves the inquiry; others are kept beside."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    if is_ended(inquiry.state):
        raise InquiryEnded
    expect_version(inquiry, expected_version)
    if outcome not in OUTCOMES:
        raise ContactOutcomeUnknown
    if inquiry.may_call_back is False:
        raise CallbackNotAllowed
    if outcome == "left_message" and not inquiry.may_leave_message:
        raise MessageNotAllowed
    if outcome == "reached" and inquiry.state == Inquiry.State.INQUIRY:
        return move(inquiry, Inquiry.State.CONTACTED, actor=actor, now=now, reason=outcome)
    step = note_step(inquiry, inquiry.state, inquiry.state, actor=actor, now=now, reason=outcome)
    inquiry.change()
    audit.record("admissions.contact.tried", actor=actor, subject=inquiry, at=now, reason=outcome)
    return step


@action
def close_inquiry(
    *,
    actor: Actor,
    inquiry_id: UUID,
    outcome: str,
    reason: str,
    now: datetime,
    referred_to: str = "",
    expected_version: int | None = None,
) -> InquiryStep:
    """End the way in with its reason; whoever was on the team for the assessment leaves it."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    if is_ended(inquiry.state):
        raise InquiryEnded
    expect_version(inquiry, expected_version)
    if outcome not in ENDINGS or reason not in REASONS:
        raise ClosingUnknown
    words = f"{reason}: {referred_to.strip()}" if referred_to.strip() else reason
    step = move(inquiry, outcome, actor=actor, now=now, reason=words)
    if inquiry.client_id:
        teams = TeamMembership.objects.unscoped("the team of an ended inquiry")
        for member in teams.filter(
            Q(ends_at=None), client_id=inquiry.client_id, role__in=("assessor", EVALUATION)
        ):
            member.change(ends_at=now)
            audit.record("people.team.ended", actor=actor, subject=member, at=now)
    return step
