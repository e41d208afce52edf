"""The client lets a family member or other support person know."""

from ..case import Case, Finding
from ..matching import find_consent


def find(case: Case) -> Finding:
    return find_consent(case, "family")
