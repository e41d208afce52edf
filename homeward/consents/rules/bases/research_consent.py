"""The client agrees to a study; its expiry may be the end of the study (42 CFR 2.31(a)(7))."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """For research and no other purpose."""
    return find_consent(case, "research")
