"""Which wish for privacy must be granted (42 CFR 2.26(a)(6), 45 CFR 164.522(a)(1)(vi))."""

from collections.abc import Collection


def must_agree(
    is_paid_in_full: bool, recipient_class: str, party_classes: Collection[str] = ()
) -> bool:
    """What the client paid for in full is kept from a health plan when the client asks for it."""
    to_plan = recipient_class == "health_plan" or "health_plan" in party_classes
    return is_paid_in_full and to_plan
