"""SUD counseling notes stay with their author (42 CFR 2.31(b)).

Three things open them: their own consent, the author's own use for treatment, and a court order
that names them. Nothing else does, not an emergency, an audit or the client's ordinary request.
"""

from ..case import Case

OPENS = frozenset({"counseling_notes_consent", "internal", "court_order"})


def forbids(case: Case, basis: str | None) -> str | None:
    """Counseling notes on any other basis."""
    if case.item.record_class != "counseling_notes" or basis in OPENS:
        return None
    return "counseling_notes_need_own_consent"
