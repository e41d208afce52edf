"""Another way to the same cost, written for the tests: exact fractions and a running ledger."""

from fractions import Fraction

from homeward.coverage.rules.cost import Care, Terms


def client_pays(care: list[Care], terms: Terms | None, percent: int) -> int:
    """The client's cents, day by day, each share rounded half up on its own."""
    deductible = terms.deductible_left_cents if terms else 0
    maximum = terms.out_of_pocket_left_cents if terms else None
    days_left = terms.days_left if terms else None
    total = uncovered = 0
    for charge in [part.charge_cents for part in care for _day in range(part.days)]:
        if terms is None or not terms.is_covered or days_left == 0:
            uncovered += charge
            continue
        from_deductible = charge if charge < deductible else deductible
        deductible -= from_deductible
        left = charge - from_deductible
        if terms.copay_cents > 0:
            share = left if left < terms.copay_cents else terms.copay_cents
        else:
            share = half_up(Fraction(left) * Fraction(terms.coinsurance_percent) / 100)
        due = from_deductible + share
        if maximum is not None:
            due = maximum if maximum < due else due
            maximum -= due
        total += due
        if days_left is not None:
            days_left -= 1
    return total + half_up(Fraction(uncovered * percent, 100))


def half_up(amount: Fraction) -> int:
    """The nearest whole number, a half upwards."""
    return int(amount + Fraction(1, 2))
