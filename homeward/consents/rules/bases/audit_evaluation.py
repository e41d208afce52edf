"""Audit and evaluation under a written agreement (42 CFR 2.53)."""

from ..approvals import find_approval
from ..case import NOT_ASKED, Case, Finding


def find(case: Case) -> Finding:
    """An audit approval for the recipient, for this purpose only."""
    return find_approval(case, "audit") if case.request.purpose == "audit_evaluation" else NOT_ASKED
