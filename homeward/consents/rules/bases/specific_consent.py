"""A consent that names its discloser, recipient, purpose and records (42 CFR 2.31)."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    """For whatever purposes it names, proceedings against the client apart."""
    return find_consent(case, "specific")
