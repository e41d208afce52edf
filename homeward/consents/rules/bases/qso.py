"""A service organization under written agreement (42 CFR 2.11, 2.12(c)(4))."""

from ..case import NOT_ASKED, Case, Finding, found, missed
from ..instants import within


def find(case: Case) -> Finding:
    """The organization itself, for a service its agreement names, while the agreement runs."""
    request = case.request
    if request.purpose != "qso_service":
        return NOT_ASKED
    if request.service is None:
        return missed("service_not_named")
    held = [
        agreement
        for agreement in case.world.qsoas
        if agreement.entity == request.recipient.id and request.recipient.type == "entity"
    ]
    if not held:
        return missed("no_service_agreement")
    running = [agreement for agreement in held if within(case.now, agreement.start, agreement.end)]
    if not running:
        return missed("service_agreement_not_in_force")
    if not any(request.service in agreement.services for agreement in running):
        return missed("service_outside_agreement")
    return found()
