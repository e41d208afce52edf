"""The name a person on the way in goes by, as far as the reader may know it."""

from homeward.admissions.models import Inquiry


def name_of(row: Inquiry) -> str:
    """The record's name where the reader reaches the record, else the name given on the call."""
    client = row.client
    on_record = client.name if client and "name" not in client.get_deferred_fields() else ""
    return on_record or row.person_name or row.caller_name
