"""The base of every row of this room: help with daily life, about one client."""

from typing import ClassVar

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class LinkageRecord(ClientRecord):
    """A row of the class of linkage; who sees a slice alone sees that there is one, and no more."""

    record_class = RecordClass.LINKAGE
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    class Meta(ClientRecord.Meta):
        abstract = True
