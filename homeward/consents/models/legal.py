"""The legal-request desk: who came with what, which papers were looked at, by which two people."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class LegalRequest(ProtectedRecord):
    """Somebody asked about a person by reason of law. It says nothing about who is known here.

    `client` is set only by the privacy officer and never told to who asked.
    """

    record_class = RecordClass.CONSENTS

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    received_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    came_by = models.CharField(max_length=20)
    asker_name = models.CharField(max_length=120)
    asker_office = models.CharField(max_length=120, blank=True)
    asker_phone = models.CharField(max_length=40, blank=True)
    brought = models.CharField(max_length=30, blank=True)
    about = EncryptedTextField()
    answer_by = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=30, blank=True)

    class Meta(ProtectedRecord.Meta):
        indexes = [models.Index(fields=["site", "closed_at"], name="consents_legal_open")]


class LegalInstrument(ProtectedRecord):
    """A court paper as it was read: type, court, what it names; never changed."""

    record_class = RecordClass.CONSENTS
    client_path = "request__client"

    class Type(models.TextChoices):
        COURT_ORDER_2_61 = "court_order_2_61"
        SUBPOENA = "subpoena"
        COURT_ORDER_OTHER = "court_order_other"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    request = models.ForeignKey(LegalRequest, models.PROTECT, related_name="instruments")
    type = models.CharField(max_length=20, choices=Type)
    court = models.CharField(max_length=120)
    docket = models.CharField(max_length=60, blank=True)
    dated = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    recipient = models.ForeignKey("consents.OutsideParty", models.PROTECT, related_name="+")
    classes = ArrayField(models.CharField(max_length=30), default=list)


class InstrumentVerification(ProtectedRecord):
    """One person's word that a paper is what it says; two different people are needed."""

    record_class = RecordClass.CONSENTS
    client_path = "instrument__request__client"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    instrument = models.ForeignKey(LegalInstrument, models.PROTECT, related_name="verifications")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    how = models.CharField(max_length=200)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "worker"], name="consents_verified_once_each"
            )
        ]


class LegalRelease(ProtectedRecord):
    """What one person proposes to hand over and another releases."""

    record_class = RecordClass.CONSENTS
    client_path = "request__client"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    request = models.ForeignKey(LegalRequest, models.PROTECT, related_name="releases")
    classes = ArrayField(models.CharField(max_length=30))
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disclosure = models.OneToOneField(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="consents_release_by_two",
                condition=Q(released_by=None) | ~Q(released_by=F("proposed_by")),
            )
        ]
