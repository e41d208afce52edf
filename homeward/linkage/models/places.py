"""A place of the directory as a recipient that a consent can name."""

from django.db import models

from homeward.core.records import Record


class PlaceAsRecipient(Record):
    """Which looked-up organization a place of the directory is, so that a consent can name it.

    It says nothing about any client.
    """

    service = models.OneToOneField("directory.Service", models.PROTECT, related_name="+")
    party = models.ForeignKey("consents.OutsideParty", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
