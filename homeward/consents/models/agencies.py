"""What an officer or an employer asks for beyond their page, and what the house did about it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class AgencyAsk(ClientRecord):
    """One request; never changed. Whoever asked hears the same words whatever becomes of it."""

    record_class = RecordClass.CONSENTS

    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # Of homeward.consents.asked_parts.PARTS.
    parts = ArrayField(models.CharField(max_length=20), default=list)
    words = EncryptedTextField(blank=True)


class AgencyAnswer(ClientRecord):
    """A worker looked at it and asked the engine; what it said stands in the ledger."""

    record_class = RecordClass.CONSENTS

    ask = models.OneToOneField(AgencyAsk, models.PROTECT, related_name="answer")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disclosure = models.ForeignKey("consents.Disclosure", models.PROTECT, related_name="+")
