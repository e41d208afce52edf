"""What a client may ask the program not to share, and who may learn nothing at all."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class RestrictionRequest(ClientRecord):
    """A client's wish that something be kept from somebody (42 CFR 2.26); never changed.

    Without contact, party and class it is meant against everyone.
    """

    record_class = RecordClass.CONSENTS

    asked_at = models.DateTimeField()
    classes = ArrayField(models.CharField(max_length=30))
    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("consents.OutsideParty", models.PROTECT, null=True, related_name="+")
    recipient_class = models.CharField(max_length=30, blank=True)
    is_paid_in_full = models.BooleanField(default=False)
    words = EncryptedTextField(blank=True)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class RestrictionAnswer(ClientRecord):
    """What the program said to it. Agreed, it binds from `at`; a later answer ends it."""

    record_class = RecordClass.CONSENTS

    request = models.ForeignKey(RestrictionRequest, models.PROTECT, related_name="answers")
    at = models.DateTimeField()
    is_agreed = models.BooleanField()
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")


class SafetyFlag(ClientRecord):
    """Somebody who may endanger the client: they learn nothing while it stands."""

    record_class = RecordClass.CONSENTS

    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    party = models.ForeignKey("consents.OutsideParty", models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    reason = EncryptedTextField(blank=True)
    raised_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    lifted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
