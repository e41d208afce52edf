"""What planned care would cost the client, day by day, by what the payer has said.

On each day the deductible comes first; of the rest the client pays the copay, or the coinsurance
where there is no copay; never more than what is left until the out-of-pocket maximum. Days beyond
the payer's limit, and every day of care that is not covered, cost the whole charge, of which a
sliding fee may leave only a part. All amounts are whole cents. An estimate, never a bill.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from homeward.kernel.reasons import Decision, Reason, Source, State

from .cents import dollars, share_of

RULE_SET, VERSION = "client_cost", "2026.1"
ESTIMATED, UNVERIFIED = "estimated", "unverified"
FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Care:
    """So many days of one kind of care at one charge a day; in the order they come."""

    code: str
    days: int
    charge_cents: int
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the payer said. None is what it did not say: unknown, never nought."""

    is_covered: bool
    is_in_network: bool = True
    copay_cents: int = 0
    coinsurance_percent: Decimal = Decimal(0)
    deductible_left_cents: int = 0
    out_of_pocket_left_cents: int | None = None
    days_left: int | None = None


@dataclass(slots=True)
class _Purse:
    """What is counted while the days go by."""

    deductible_left: int
    maximum_left: int | None
    days_left: int | None
    deductible: int = 0
    copay: int = 0
    coinsurance: int = 0
    spared: int = 0
    uncovered: int = 0
    uncovered_days: int = 0

    def pay(self, charge: int, terms: Terms) -> int:
        """One covered day."""
        first = min(self.deductible_left, charge)
        rest = charge - first
        copay = min(terms.copay_cents, rest)
        coinsurance = 0 if terms.copay_cents else share_of(rest, terms.coinsurance_percent)
        owed = first + copay + coinsurance
        due = owed if self.maximum_left is None else min(owed, self.maximum_left)
        self.spared += owed - due
        self.deductible_left -= first
        self.deductible += first
        self.copay += copay
        self.coinsurance += coinsurance
        if self.maximum_left is not None:
            self.maximum_left -= due
        return due


def estimate(
    care: Sequence[Care], terms: Terms | None, sliding_percent: Decimal = FULL
) -> Decision:
    """The client's part of the charges, with every step; `unverified` without a payer's word.

    `sliding_percent` is the part of an uncovered charge that the person pays. The extras hold
    `charge_cents`, `client_cents`, `payer_cents`, `days` and `forgone_cents`, all whole numbers;
    client, payer and forgone add up to the charge.
    """
    said = terms or Terms(is_covered=False)
    purse = _Purse(said.deductible_left_cents, said.out_of_pocket_left_cents, said.days_left)
    charge = client = 0
    for part in care:
        for _day in range(part.days):
            charge += part.charge_cents
            if said.is_covered and purse.days_left != 0:
                client += purse.pay(part.charge_cents, said)
                purse.days_left = None if purse.days_left is None else purse.days_left - 1
            else:
                purse.uncovered += part.charge_cents
                purse.uncovered_days += 1
    owed = share_of(purse.uncovered, sliding_percent)
    forgone = purse.uncovered - owed
    return Decision(
        outcome=ESTIMATED if terms else UNVERIFIED,
        rule_set=RULE_SET,
        version=VERSION,
        reasons=_reasons(care, terms, purse, owed, sliding_percent),
        extras={
            "charge_cents": charge,
            "client_cents": client + owed,
            "payer_cents": charge - client - purse.uncovered,
            "forgone_cents": forgone,
            "days": sum(part.days for part in care),
        },
    )


def _reasons(
    care: Sequence[Care],
    terms: Terms | None,
    purse: _Purse,
    owed: int,
    sliding_percent: Decimal,
) -> tuple[Reason, ...]:
    lines = [
        Reason(
            f"cost_{part.code}",
            State.MET,
            source=part.source,
            detail={"days": part.days, "charge": dollars(part.charge_cents)},
        )
        for part in care
        if part.days
    ]
    if terms is None:
        lines.append(Reason("cost_not_verified", State.UNKNOWN))
    else:
        lines += _terms_lines(terms, purse)
    if purse.uncovered_days:
        facts = {"days": purse.uncovered_days, "amount": dollars(purse.uncovered)}
        lines.append(Reason("cost_uncovered_days", State.MET, detail=facts))
    if purse.uncovered_days and sliding_percent < FULL:
        facts = {"percent": f"{sliding_percent.normalize():f}", "amount": dollars(owed)}
        lines.append(Reason("cost_sliding", State.MET, detail=facts))
    return tuple(lines)


def _terms_lines(terms: Terms, purse: _Purse) -> list[Reason]:
    if not terms.is_covered:
        return [Reason("cost_covered", State.NOT_MET)]
    lines = [
        Reason("cost_covered", State.MET),
        Reason("cost_in_network", State.MET if terms.is_in_network else State.NOT_MET),
    ]
    for code, amount in (
        ("cost_deductible", purse.deductible),
        ("cost_copay", purse.copay),
        ("cost_coinsurance", purse.coinsurance),
    ):
        if amount:
            lines.append(Reason(code, State.MET, detail={"amount": dollars(amount)}))
    if terms.out_of_pocket_left_cents is None:
        lines.append(Reason("cost_maximum_unknown", State.UNKNOWN))
    elif purse.spared:
        lines.append(Reason("cost_maximum", State.MET, detail={"amount": dollars(purse.spared)}))
    if terms.days_left is None:
        lines.append(Reason("cost_days_limit_unknown", State.UNKNOWN))
    return lines
