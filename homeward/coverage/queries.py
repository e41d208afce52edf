"""Reads about who pays, and the numbers an estimate is made from."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.coverage.models import BenefitsCheck, FeeDetermination, GivenEstimate, Payer
from homeward.coverage.rules.cents import from_dollars
from homeward.coverage.rules.cost import Care, Terms
from homeward.coverage.rules.sliding import Band, PovertyLine
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Phase, Program
from homeward.program.queries import numbers_for

BANDS = (1, 2, 3, 4)


def payers() -> list[Payer]:
    """Every payer that is set up, by name."""
    return list(Payer.objects.order_by("name"))


def latest_check(actor: Actor, client: Client) -> BenefitsCheck | None:
    """What a payer said last about this client."""
    rows = BenefitsCheck.objects.for_actor(actor, Purpose.PAYMENT).filter(client_id=client.pk)
    return rows.select_related("coverage", "coverage__payer").order_by("-at").first()


def checks_of(actor: Actor, client_id: UUID, to: Access = Access.READ) -> list[BenefitsCheck]:
    """Every answer a payer gave about this client, the newest first."""
    rows = BenefitsCheck.objects.for_actor(actor, Purpose.PAYMENT, to=to).filter(
        client_id=client_id
    )
    with_names = ("coverage__payer",) if to is Access.MINIMAL else ("coverage__payer", "by")
    return list(rows.select_related("coverage", *with_names).order_by("-at", "pk"))


def fee_of(actor: Actor, client_id: UUID, on: date) -> FeeDetermination | None:
    """The fee by income that holds on a day; None when there is none or it is to be redone."""
    rows = FeeDetermination.objects.for_actor(actor, Purpose.PAYMENT).filter(
        client_id=client_id, until__gt=on
    )
    found: FeeDetermination | None = rows.select_related("by").order_by("-at").first()
    return found


def estimates_of(actor: Actor, client_id: UUID) -> list[GivenEstimate]:
    """The estimates that were handed out, the newest first."""
    rows = GivenEstimate.objects.for_actor(actor, Purpose.PAYMENT).filter(client_id=client_id)
    return list(rows.select_related("by").order_by("-at"))


def terms_of(check: BenefitsCheck | None) -> Terms | None:
    """The payer's answer as the cost rule takes it."""
    if check is None:
        return None
    left = None if check.days_limit is None else max(0, check.days_limit - check.days_used)
    return Terms(
        is_covered=check.is_covered,
        is_in_network=check.is_in_network,
        copay_cents=check.copay_cents,
        coinsurance_percent=Decimal(check.coinsurance_percent),
        deductible_left_cents=check.deductible_left_cents,
        out_of_pocket_left_cents=check.out_of_pocket_left_cents,
        days_left=left,
    )


def planned_care(program: Program, on: date, allowed_day_cents: int | None = None) -> list[Care]:
    """The days of the program's phases: those at its own level, then the later, lighter visits.

    What the payer allows a day, where it has said so, takes the place of the program's charge.
    """
    numbers = numbers_for(program, on)
    phases = list(Phase.objects.filter(program=program).order_by("position"))
    days = {True: 0, False: 0}
    for phase in phases:
        days[phase.level_code == program.level_code] += phase.days_per_week * phase.typical_weeks
    own, later = numbers["program_day_charge"], numbers["outpatient_day_charge"]
    charge = from_dollars(own.value) if allowed_day_cents is None else allowed_day_cents
    return [
        Care("intensive", days[True], charge, own.source if allowed_day_cents is None else None),
        Care("visits", days[False], from_dollars(later.value), later.source),
    ]


def residential_stay(program: Program, on: date) -> Care:
    """The stay an estimate is set beside: typical numbers, for comparison only."""
    numbers = numbers_for(program, on)
    charge = numbers["residential_day_charge"]
    days = int(numbers["residential_days"])
    return Care("residential", days, from_dollars(charge.value), charge.source)


def poverty_line(numbers: Any) -> PovertyLine:
    """The poverty level from the program's numbers."""
    one, more = numbers["poverty_line_one_person"], numbers["poverty_line_each_more"]
    return PovertyLine(from_dollars(one.value), from_dollars(more.value), one.source)


def fee_bands(numbers: Any) -> list[Band]:
    """The bands of the fee by income from the program's numbers."""
    return [
        Band(
            numbers[f"fee_band_{n}_up_to"].value,
            numbers[f"fee_band_{n}_pays"].value,
            numbers[f"fee_band_{n}_pays"].source,
        )
        for n in BANDS
    ]
