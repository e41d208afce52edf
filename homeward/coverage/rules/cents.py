"""Money in whole cents: exact sums, shares rounded half up, dollars only where they are shown."""

from decimal import ROUND_HALF_UP, Decimal


def share_of(cents: int, percent: Decimal) -> int:
    """A part of an amount in whole cents; half a cent counts as one."""
    return int((Decimal(cents) * percent / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def dollars(cents: int) -> str:
    """An amount as it is written in the United States: $1,234.50."""
    return f"${Decimal(cents) / 100:,.2f}"


def from_dollars(amount: Decimal) -> int:
    """Whole cents of an amount in dollars; raises ValueError for parts of a cent."""
    cents = amount * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"{amount} dollars have parts of a cent")
    return int(cents)
