"""Cents written as dollars, and read back without a float."""

import re

WRITTEN = re.compile(r"([0-9]{1,6})(?:\.([0-9]{2}))?", re.ASCII)


def dollars(cents: int) -> str:
    """Two places, always.

    >>> dollars(375), dollars(-5)
    ('3.75', '-0.05')
    """
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02}"


def cents_of(text: str) -> int | None:
    """What was typed in cents; None when it is no amount.

    >>> cents_of("3.75"), cents_of("12"), cents_of("1.5")
    (375, 1200, None)
    """
    found = WRITTEN.fullmatch(text.strip().removeprefix("$"))
    return int(found[1]) * 100 + int(found[2] or 0) if found else None
