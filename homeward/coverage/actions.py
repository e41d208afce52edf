"""Keeping what a client is covered by, and what the payer said about it."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.models import BenefitsCheck, Coverage, Payer
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class PayerUnknown(Refusal):
    """No payer of that code is set up."""


class AmountsWrong(Refusal):
    """Amounts and day limits are never below nought."""


@action
def record_benefits_check(
    *,
    actor: Actor,
    client_id: UUID,
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
    """One answer of a payer on one day; the coverage it is about is opened or confirmed."""
    if actor.worker_id is None:
        raise NotAllowed
    payer = Payer.objects.filter(code=payer_code).first()
    if payer is None:
        raise PayerUnknown
    if min(copay_cents, deductible_left_cents, days_limit or 0) < 0:
        raise AmountsWrong
    client = Client.objects.for_actor(actor, Purpose.PAYMENT, to=Access.MINIMAL).get(pk=client_id)
    service = Actor.of_service("coverage")
    coverage = (
        Coverage.objects.for_actor(service, Purpose.PAYMENT)
        .select_for_update(of=("self",))
        .filter(client=client, payer=payer, ends_on=None)
        .first()
    )
    if coverage is None:
        coverage = Coverage.objects.create(
            client=client,
            site_id=client.site_id,
            payer=payer,
            member_id=member_id,
            starts_on=now.date(),
            verified_at=now,
            verified_by_id=actor.worker_id,
        )
    else:
        coverage.change(
            member_id=member_id or coverage.member_id,
            verified_at=now,
            verified_by_id=actor.worker_id,
        )
    # The row must lie within what the actor may write; otherwise nothing happened.
    Coverage.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE).get(pk=coverage.pk)
    check = BenefitsCheck.objects.create(
        client=client,
        site_id=client.site_id,
        coverage=coverage,
        at=now,
        by_id=actor.worker_id,
        is_covered=is_covered,
        is_in_network=is_in_network,
        copay_cents=copay_cents,
        deductible_left_cents=deductible_left_cents,
        needs_authorization=needs_authorization,
        days_limit=days_limit,
        reference=reference.strip()[:60],
    )
    audit.record("coverage.benefits.checked", actor=actor, subject=check, at=now)
    return check
