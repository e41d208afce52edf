"""The ledger: each decision to let something leave, how it went out, and emergencies."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Disclosure(ClientRecord):
    """The ledger: each decision to let something leave, permits and denials alike."""

    record_class = RecordClass.CONSENTS
    rows_by_relation = {"payment": models.Q(purpose="payment")}

    at = models.DateTimeField()
    recipient_type = models.CharField(max_length=20)
    recipient_id = models.CharField(max_length=80)
    recipient_name = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=40)
    effect = models.CharField(max_length=10)
    basis = models.CharField(max_length=40, blank=True)
    cites = ArrayField(models.CharField(max_length=60), default=list)
    items = models.JSONField(default=list)
    obligations = ArrayField(models.CharField(max_length=60), default=list)
    rule_set = models.CharField(max_length=40)
    rule_version = models.CharField(max_length=40)
    medium = models.CharField(max_length=30, blank=True)
    # {item id: {"record", "id", "version", "sha256"}} of each row as it stood when it left.
    record_versions = models.JSONField(default=dict)
    notice = models.CharField(max_length=40, blank=True)
    by_worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    identity_check = models.CharField(max_length=120, blank=True)
    words = EncryptedTextField(blank=True)
    origin = models.CharField(max_length=120, blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="consents_ledger")]


class Delivery(ClientRecord):
    """What became of a permitted disclosure that was to be carried to somebody."""

    record_class = RecordClass.CONSENTS

    class State(models.TextChoices):
        SENT = "sent"
        WITHHELD = "withheld"
        FAILED = "failed"

    disclosure = models.OneToOneField(Disclosure, models.PROTECT, related_name="delivery")
    at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State)
    carrier = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=60, blank=True)


class EmergencyRecord(ClientRecord):
    """The four items 42 CFR 2.51(c) wants written at once after a medical emergency.

    Beside them why the client's consent could not be had first, on which 2.51(a)(1) rests; empty
    in rows written before it was asked.
    """

    record_class = RecordClass.CONSENTS

    disclosure = models.OneToOneField(Disclosure, models.PROTECT, related_name="emergency")
    recipient_name = models.CharField(max_length=120)
    recipient_affiliation = models.CharField(max_length=120)
    discloser = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    discloser_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    nature = models.CharField(max_length=300)
    why_no_consent = models.CharField(max_length=300, blank=True)
