"""The separate consent for SUD counseling notes (42 CFR 2.31(b))."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    return find_consent(case, "counseling_notes")
