"""The client asks for their own record (42 CFR 2.23; no consent is needed)."""

from ..case import NOT_ASKED, Case, Finding, found, missed


def find(case: Case) -> Finding:
    """Only the client in person; a parent or representative needs a consent."""
    request = case.request
    if request.purpose != "client_request":
        return NOT_ASKED
    if request.recipient.type == "person" and request.recipient.id == request.client:
        return found()
    return missed("recipient_is_not_the_client")
