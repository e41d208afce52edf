"""Nothing goes to somebody we cannot tell apart."""

from ..case import Case


def forbids(case: Case, basis: str | None) -> str | None:
    """The recipient has no id, or is called the client without being them, or the reverse."""
    recipient = case.request.recipient
    is_client = recipient.id == case.request.client
    nameless = not recipient.id.strip()
    pretender = "client" in recipient.classes and not is_client
    impersonal = is_client and recipient.type != "person"
    return "recipient_ambiguous" if nameless or pretender or impersonal else None
