"""A restriction the program agreed to (42 CFR 2.26) holds, except in a medical emergency."""

from ..case import Case
from ..instants import within


def forbids(case: Case, basis: str | None) -> str | None:
    """A record the program promised not to share with this recipient."""
    # Not the claim of an emergency lifts it but the basis: a consent for "emergency" does not.
    if basis == "emergency" or (basis is None and case.request.purpose == "emergency"):
        return None
    agreed = any(
        limit.client == case.request.client
        and case.item.record_class in limit.classes
        and (limit.recipient is None or limit.recipient.forbids(case.request.recipient))
        and within(case.now, limit.agreed_at, limit.ends_at)
        for limit in case.world.restrictions
    )
    return "restriction_agreed" if agreed else None
