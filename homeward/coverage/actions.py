"""Keeping what a client is covered by, and what the payer said about it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.coverage.facts import BenefitsRecorded
from homeward.coverage.models import (
    BenefitsCheck,
    Coverage,
    FeeDetermination,
    GivenEstimate,
    Payer,
)
from homeward.coverage.reminding import end_reminders
from homeward.coverage.rules.sliding import Band, PovertyLine, sliding_fee
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.models import Client


class PayerUnknown(Refusal):
    """No payer of that code is set up."""


class AmountsWrong(Refusal):
    """Amounts and day limits are never below nought."""


class DatesWrong(Refusal):
    """A coverage does not end before it begins."""


class HouseholdWrong(Refusal):
    """A household has at least one person, and an income is never below nought."""


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
    plan_name: str = "",
    effective_from: date | None = None,
    effective_to: date | None = None,
    out_of_pocket_left_cents: int | None = None,
    coinsurance_percent: int = 0,
    allowed_day_cents: int | None = None,
    days_used: int = 0,
    spoke_with: str = "",
    note: str = "",
) -> BenefitsCheck:
    """One answer of a payer on one day; the coverage it is about is opened or confirmed.

    What the payer did not say stays None. A reminder to ask again ends with the answer.
    """
    if actor.worker_id is None:
        raise NotAllowed
    payer = Payer.objects.filter(code=payer_code).first()
    if payer is None:
        raise PayerUnknown
    amounts = (copay_cents, deductible_left_cents, out_of_pocket_left_cents or 0, days_used)
    if min(*amounts, days_limit or 0, allowed_day_cents or 0) < 0:
        raise AmountsWrong
    if not 0 <= coinsurance_percent <= 100:
        raise AmountsWrong
    if effective_from and effective_to and effective_to < effective_from:
        raise DatesWrong
    client = _named(actor, client_id)
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
            starts_on=local_day(now),
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
        plan_name=plan_name.strip()[:120],
        effective_from=effective_from,
        effective_to=effective_to,
        out_of_pocket_left_cents=out_of_pocket_left_cents,
        coinsurance_percent=coinsurance_percent,
        allowed_day_cents=allowed_day_cents,
        days_used=days_used,
        spoke_with=spoke_with.strip()[:120],
        note=note.strip()[:500],
    )
    audit.record("coverage.benefits.checked", actor=actor, subject=check, at=now)
    end_reminders(actor=actor, coverage=coverage, now=now)
    announce(BenefitsRecorded(check.pk, client.pk, actor, now))
    return check


@action
def determine_fee(
    *,
    actor: Actor,
    client_id: UUID,
    household: int,
    yearly_income_cents: int,
    shown: str,
    line: PovertyLine,
    bands: Sequence[Band],
    valid_days: int,
    now: datetime,
) -> FeeDetermination:
    """Which part of a charge this client pays by income, until it is looked at again.

    `shown` says what the income was read from. The reasons are kept with the row.
    """
    if actor.worker_id is None:
        raise NotAllowed
    try:
        decision = sliding_fee(household, yearly_income_cents, line, bands)
    except ValueError as wrong:
        raise HouseholdWrong from wrong
    client = _named(actor, client_id)
    row = FeeDetermination.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        by_id=actor.worker_id,
        on=local_day(now),
        until=local_day(now) + timedelta(days=valid_days),
        household=household,
        yearly_income_cents=yearly_income_cents,
        shown=shown,
        pays_percent=Decimal(decision.extras["pays_percent"]),
        decision=decision.to_json(),
    )
    FeeDetermination.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE).get(pk=row.pk)
    audit.record("coverage.fee.determined", actor=actor, subject=row, at=now)
    return row


@action
def give_estimate(
    *, actor: Actor, client_id: UUID, decision: Decision, language: str, now: datetime
) -> GivenEstimate:
    """The estimate was handed to the client, as it stands in `decision`."""
    if actor.worker_id is None:
        raise NotAllowed
    client = _named(actor, client_id)
    row = GivenEstimate.objects.create(
        client=client,
        site_id=client.site_id,
        at=now,
        by_id=actor.worker_id,
        language=language,
        client_cents=decision.extras["client_cents"],
        decision=decision.to_json(),
    )
    GivenEstimate.objects.for_actor(actor, Purpose.PAYMENT, to=Access.WRITE).get(pk=row.pk)
    audit.record("coverage.estimate.given", actor=actor, subject=row, at=now)
    return row


def _named(actor: Actor, client_id: UUID) -> Client:
    """The client, by name at least; raises Client.DoesNotExist out of reach."""
    rows = Client.objects.for_actor(actor, Purpose.PAYMENT, to=Access.MINIMAL)
    return rows.get(pk=client_id)  # type: ignore[no-any-return]
