"""What a client asks an exchange: to whom it passed their records on (42 CFR 2.24)."""

from django.db import models

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class IntermediaryListRequest(ClientRecord):
    """The client's written request for an exchange's list; never changed."""

    record_class = RecordClass.CONSENTS

    party = models.ForeignKey("consents.OutsideParty", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # What it may reach back to, and until when the exchange must have answered.
    since = models.DateField()
    due_on = models.DateField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class IntermediaryList(ClientRecord):
    """What the exchange answered: whom it gave what, on which day. Never changed.

    `entries` are {"to", "on", "what"}; none means that it passed nothing on.
    """

    record_class = RecordClass.CONSENTS

    request = models.OneToOneField(IntermediaryListRequest, models.PROTECT, related_name="answer")
    at = models.DateTimeField()
    entries = models.JSONField(default=list)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
