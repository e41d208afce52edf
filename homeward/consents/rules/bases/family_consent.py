"""The client lets a family member or other support person know."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """For family support and no other purpose."""
    return find_consent(case, "family")
