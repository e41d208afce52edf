"""The rows of an administrative discharge and of what is added to a signed one."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class AdministrativeCase(ClientRecord):
    """Why the program itself may end somebody's care, and everything that must come first.

    `steps` are {"kind", "on", "ref", "words"} as they were taken before. `appeal_until` is the last
    day on which an appeal may be made. Closed with the discharge, or dropped.
    """

    record_class = RecordClass.NOTES
    author_path = "opened_by"

    class Closing(models.TextChoices):
        DISCHARGED = "discharged"
        DROPPED = "dropped"

    episode = models.ForeignKey(
        "admissions.Episode", models.PROTECT, related_name="administrative_cases"
    )
    ground = models.CharField(max_length=30)
    cause = EncryptedTextField()
    stands_without_use = models.BooleanField(null=True)
    steps = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    safety_finding = EncryptedTextField(blank=True)
    safety_at = models.DateTimeField(null=True)
    safety_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    referral_to = models.CharField(max_length=120, blank=True)
    referral_answer = models.CharField(max_length=20, blank=True)
    referral_at = models.DateTimeField(null=True)
    notice_at = models.DateTimeField(null=True)
    notice_how = models.CharField(max_length=20, blank=True)
    appeal_until = models.DateField(null=True)
    appeal = models.CharField(max_length=20, blank=True)
    appeal_at = models.DateTimeField(null=True)
    appeal_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    appeal_reason = models.CharField(max_length=300, blank=True)
    client_reply = EncryptedTextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_as = models.CharField(max_length=20, choices=Closing, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode"],
                condition=Q(closed_at=None),
                name="progress_one_open_administrative_case",
            )
        ]


class DischargeAmendment(ClientRecord):
    """Something said after the summary was signed: what, about which part, why. Never changed.

    The signed summary stays as it was; `document` is the summary with every amendment so far.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    discharge = models.ForeignKey("progress.Discharge", models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=30)
    words = EncryptedTextField()
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()
    author = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["discharge", "number"], name="progress_amendment_number_once"
            )
        ]
