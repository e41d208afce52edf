"""The base of every row of this room: medical, about one client, in the smallest slice."""

from typing import ClassVar

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class MedicalRecord(ClientRecord):
    """A medical row; who sees a slice alone sees that there is one, and no more."""

    record_class = RecordClass.MEDICAL
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    class Meta(ClientRecord.Meta):
        abstract = True
