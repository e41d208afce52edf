"""Consents as they were signed, their revocations, and the ledger of what left."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Consent(ClientRecord):
    """One consent. A draft may change; once signed it never does, and status is computed.

    `recipients` is a list of {"type": person|entity|class, "id"} as in `homeward consents decide`.
    """

    record_class = RecordClass.CONSENTS

    class Kind(models.TextChoices):
        TREATMENT = "treatment"
        SPECIFIC = "specific"
        TPO = "tpo"
        COUNSELING_NOTES = "counseling_notes"
        LEGAL_PROCEEDING = "legal_proceeding"
        CRIMINAL_JUSTICE = "criminal_justice"
        FAMILY = "family"
        RESEARCH = "research"

    kind = models.CharField(max_length=30, choices=Kind)
    contact = models.ForeignKey(
        "people.Contact", models.PROTECT, null=True, related_name="consents"
    )
    disclosers = ArrayField(models.CharField(max_length=80), default=list)
    recipients = models.JSONField(default=list)
    purposes = ArrayField(models.CharField(max_length=40), default=list)
    classes = ArrayField(models.CharField(max_length=30), default=list)
    records_from = models.DateField(null=True)
    records_to = models.DateField(null=True)
    starts_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    expires_on_event = models.CharField(max_length=40, blank=True)
    irrevocable_until_event = models.CharField(max_length=40, blank=True)
    text_version = models.CharField(max_length=40)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=10, default="en")
    signed_at = models.DateTimeField(null=True)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_authority = models.CharField(max_length=20, default="client")
    witnessed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    copy_given_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "kind"], name="consents_client_kind")]
        constraints = [
            models.CheckConstraint(
                name="consents_signature_is_whole",
                condition=Q(signed_at=None, signer_name="")
                | (Q(signed_at__isnull=False) & ~Q(signer_name="")),
            )
        ]


class Revocation(ClientRecord):
    """The end of a consent by the client's word; it never reaches back."""

    record_class = RecordClass.CONSENTS

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="revocations")
    at = models.DateTimeField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=40)


class Disclosure(ClientRecord):
    """The ledger: each decision to let something leave, permits and denials alike."""

    record_class = RecordClass.CONSENTS

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

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="consents_ledger")]
