"""Approved research under a written agreement (42 CFR 2.52)."""

from ..approvals import find_approval
from ..case import NOT_ASKED, Case, Finding


def find(case: Case) -> Finding:
    """A research approval for the recipient, for this purpose only."""
    return find_approval(case, "research") if case.request.purpose == "research" else NOT_ASKED
