"""One consent, its end, and a consent that was not given."""

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
    # Who bills reads what lets them bill, and none of the rest.
    rows_by_relation = {"payment": Q(purposes__contains=["payment"])}

    class Kind(models.TextChoices):
        TREATMENT = "treatment"
        SPECIFIC = "specific"
        TPO = "tpo"
        COUNSELING_NOTES = "counseling_notes"
        LEGAL_PROCEEDING = "legal_proceeding"
        CRIMINAL_JUSTICE = "criminal_justice"
        FAMILY = "family"
        RESEARCH = "research"

    class Designation(models.TextChoices):
        MEMBERS = "members"
        TREATING_PROVIDERS = "treating_providers"

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
    # An outside person or organization it names, when that is no contact of the client's.
    party = models.ForeignKey(
        "consents.OutsideParty", models.PROTECT, null=True, related_name="consents"
    )
    # To an exchange that passes records on: to which of its members (42 CFR 2.31(a)(4)(ii)),
    # as [{"id", "name"}] as they stood on the paper, or all who treat the client.
    designation = models.CharField(max_length=20, choices=Designation, blank=True)
    members = models.JSONField(default=list)
    # Why a consent to research has no end.
    no_end_reason = models.CharField(max_length=300, blank=True)
    # Who signed in the client's place or beside them, and what they are to the client.
    signer_contact = models.ForeignKey(
        "people.Contact", models.PROTECT, null=True, related_name="consents_signed"
    )
    signer_relation = models.CharField(max_length=60, blank=True)
    # One of the two signatures that only together carry anything (42 CFR 2.14).
    is_half = models.BooleanField(default=False)
    # The half that was signed first, of the same paper.
    beside = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    # How it was signed: {"place": "desk|phone|paper", "account": id, "signed_in_at": instant}.
    evidence = models.JSONField(default=dict)
    drafted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField(null=True)

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
    rows_by_relation = {"payment": Q(consent__purposes__contains=["payment"])}

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="revocations")
    at = models.DateTimeField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=40)


class ConsentRefusal(ClientRecord):
    """The client read a consent and did not sign: said once, never held against them."""

    record_class = RecordClass.CONSENTS

    kind = models.CharField(max_length=30, choices=Consent.Kind)
    draft = models.ForeignKey(Consent, models.PROTECT, null=True, related_name="refusals")
    at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)
