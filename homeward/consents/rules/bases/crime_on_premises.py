"""A crime on the premises or against staff (42 CFR 2.12(c)(5)).

Law enforcement may learn the circumstances of the incident, name, address and last known
whereabouts: the incident report and the identity, nothing clinical.
"""

from ..case import NOT_ASKED, Case, Finding, found, missed

REPORTABLE = frozenset({"identity", "incidents"})


def find(case: Case) -> Finding:
    """Identity and incident, to law enforcement, when an incident is named."""
    request = case.request
    if request.purpose != "crime_on_premises":
        return NOT_ASKED
    checks = (
        (
            "recipient_not_law_enforcement",
            "law_enforcement" not in request.recipient.classes,
        ),
        ("incident_not_named", not request.incident),
        ("class_outside_report", case.item.record_class not in REPORTABLE),
    )
    misses = [code for code, wrong in checks if wrong]
    return missed(*misses) if misses else found()
