"""A medical emergency (42 CFR 2.51): to medical personnel, written down at once."""

from ..case import NOT_ASKED, Case, Finding, found, missed


def find(case: Case) -> Finding:
    """The facility and the nature must be stated, for 2.51(c) wants them recorded immediately."""
    request = case.request
    if request.purpose != "emergency":
        return NOT_ASKED
    described = request.emergency
    checks = (
        (
            "recipient_not_medical_personnel",
            "medical_personnel" not in request.recipient.classes,
        ),
        (
            "emergency_not_described",
            described is None or not described.facility.strip() or not described.nature.strip(),
        ),
    )
    misses = [code for code, wrong in checks if wrong]
    return missed(*misses) if misses else found()
