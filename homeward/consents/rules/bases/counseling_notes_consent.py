"""The separate consent for SUD counseling notes (42 CFR 2.31(b))."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """For counseling notes and nothing else."""
    return find_consent(case, "counseling_notes")
