"""What the payer said, which may move the inquiry along."""

from datetime import datetime
from uuid import UUID

from homeward.admissions.actions.assessment import NoClientYet
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.models import Inquiry
from homeward.admissions.moving import move
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.coverage.actions import record_benefits_check
from homeward.coverage.models import BenefitsCheck


@action
def verify_benefits(
    *,
    actor: Actor,
    inquiry_id: UUID,
    payer_code: str,
    is_covered: bool,
    now: datetime,
    member_id: str = "",
    is_in_network: bool = True,
    copay_cents: int = 0,
    deductible_left_cents: int = 0,
    needs_authorization: bool = False,
    days_limit: int | None = None,
    reference: str = "",
) -> BenefitsCheck:
    """Keep the payer's answer; after screening it is the inquiry's next step."""
    inquiry = inquiry_to_write(actor, inquiry_id)
    if inquiry.client_id is None:
        raise NoClientYet
    check: BenefitsCheck = record_benefits_check(
        actor=actor,
        client_id=inquiry.client_id,
        payer_code=payer_code,
        member_id=member_id,
        is_covered=is_covered,
        is_in_network=is_in_network,
        copay_cents=copay_cents,
        deductible_left_cents=deductible_left_cents,
        needs_authorization=needs_authorization,
        days_limit=days_limit,
        reference=reference,
        now=now,
    )
    if inquiry.state == Inquiry.State.SCREENED:
        move(inquiry, Inquiry.State.BENEFITS_VERIFIED, actor=actor, now=now, reason="verified")
    return check
