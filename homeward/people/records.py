"""The base of every row about one client."""

from django.db import models

from homeward.core.records import ProtectedRecord


class ClientRecord(ProtectedRecord):
    """A protected row that belongs to one client and one site."""

    client = models.ForeignKey("people.Client", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")

    class Meta(ProtectedRecord.Meta):
        abstract = True
