"""The separate consent for proceedings against the client (42 CFR 2.31(d))."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """For proceedings against the client and no other purpose."""
    return find_consent(case, "legal_proceeding")
