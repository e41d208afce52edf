"""The first report of suspected child abuse or neglect (42 CFR 2.12(c)(6)).

The law lifts the restrictions for the report itself, not for the treatment record behind it:
anything asked for afterwards needs a consent or a court order.
"""

from ..case import NOT_ASKED, Case, Finding, found, missed

REPORTABLE = frozenset({"identity", "incidents"})


def find(case: Case) -> Finding:
    """Identity and incident, to the agency, in the first report."""
    request = case.request
    if request.purpose != "child_abuse_report":
        return NOT_ASKED
    checks = (
        (
            "recipient_not_child_protection",
            "child_protection_agency" not in request.recipient.classes,
        ),
        ("only_the_first_report", request.report != "initial"),
        ("class_outside_report", case.item.record_class not in REPORTABLE),
    )
    misses = [code for code, wrong in checks if wrong]
    return missed(*misses) if misses else found()
