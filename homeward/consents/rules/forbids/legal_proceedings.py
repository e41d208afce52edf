"""Proceedings against the client need a separate consent or a court order (2.12(d), 2.31(d))."""

from ..case import Case
from ..codes import LEGAL_PURPOSE

OPENS = frozenset({"legal_consent", "court_order"})


def forbids(case: Case, basis: str | None) -> str | None:
    """A proceeding against the client on any other basis."""
    if case.request.purpose != LEGAL_PURPOSE or basis in OPENS:
        return None
    return "legal_needs_own_consent_or_order"
