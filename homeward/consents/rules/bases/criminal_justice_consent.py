"""A consent to those who made treatment a condition (42 CFR 2.35)."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """That the recipient has a duty to monitor is asked of every consent, in `forbids`."""
    return find_consent(case, "criminal_justice")
