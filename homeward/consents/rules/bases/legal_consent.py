"""The separate consent for proceedings against the client (42 CFR 2.31(d))."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    return find_consent(case, "legal_proceeding")
