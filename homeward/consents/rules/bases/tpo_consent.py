"""One consent for all future treatment, payment and operations (42 CFR 2.31(a)(4), 2.33)."""

from ..case import Case, Finding, missed
from ..matching import find_consent

# A TPO consent never becomes a family or a legal one, whatever purpose the request claims.
BEYOND_TPO = frozenset({"family", "court", "law_enforcement", "probation_officer"})


def find(case: Case) -> Finding:
    """For treatment, payment and operations, never to family, court or police."""
    finding = find_consent(case, "tpo")
    if finding.met and case.request.recipient.classes & BEYOND_TPO:
        return missed("tpo_never_family_or_legal")
    return finding
