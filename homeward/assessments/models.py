"""The assessment: one interview with its answers, each with where it was first told.

Answers are added to, never changed: a later answer to the same question supersedes the earlier.
Drafts are the page as it stands while somebody types. Signing freezes the assessment; words
added later stand beneath it.
"""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Assessment(ClientRecord):
    """One biopsychosocial assessment by one edition; frozen once signed.

    `content` is everything it said when it was signed, sealed; `content_hash` is its digest.
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "started_by"

    edition = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    content = EncryptedTextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    diagnosis = models.CharField(max_length=20, blank=True)
    criteria_met = models.PositiveSmallIntegerField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    needs_cosignature = models.BooleanField(default=False)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(signed_at=None),
                name="assessments_one_open_for_a_client",
            ),
            models.CheckConstraint(
                name="assessments_signature_is_whole",
                condition=Q(signed_at=None, signed_by=None)
                | (
                    Q(signed_at__isnull=False, signed_by__isnull=False)
                    & ~Q(content_hash="")
                    & ~Q(credential="")
                ),
            ),
        ]
        indexes = [models.Index(fields=["client", "started_at"], name="assessments_client")]


class Draft(ClientRecord):
    """One page of an open assessment as it stands; `body` is its answers as sealed JSON.

    `kept_at` is when the page was last sent whole, `saved_at` when a word was last typed.
    """

    record_class = RecordClass.ASSESSMENT

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="drafts")
    domain = models.CharField(max_length=30)
    body = EncryptedTextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "domain"], name="assessments_one_draft_a_page"
            )
        ]


class Answer(ClientRecord):
    """One answer to one question, with where it was told. Never changed.

    `question` is the code of the fact; `assessment` is empty for what was told elsewhere and
    carried over. `value` is sealed JSON: the value, and its words where a list elsewhere named it.
    """

    record_class = RecordClass.ASSESSMENT

    class Origin(models.TextChoices):
        INQUIRY = "inquiry"
        WEBSITE = "website"
        SCREENING = "screening"
        QUESTIONNAIRE = "questionnaire"
        ASSESSMENT = "assessment"
        PACKET = "packet"
        ADMISSION = "admission"

    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, related_name="answers")
    question = models.CharField(max_length=60)
    value = EncryptedTextField()
    origin = models.CharField(max_length=20, choices=Origin)
    origin_ref = models.CharField(max_length=60, blank=True)
    answered_at = models.DateTimeField()
    kept_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "question"], name="assessments_answers")]
        constraints = [
            models.CheckConstraint(
                name="assessments_nothing_supersedes_itself", condition=~Q(supersedes=F("id"))
            )
        ]


class CoSignature(ClientRecord):
    """A supervisor's signature under the assessment of somebody who does not sign alone."""

    record_class = RecordClass.ASSESSMENT

    assessment = models.OneToOneField(Assessment, models.PROTECT, related_name="cosignature")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120)
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="assessments_nobody_cosigns_their_own", condition=~Q(worker=F("author"))
            )
        ]


class Addendum(ClientRecord):
    """Words added after signing; the assessment itself stays as it was."""

    record_class = RecordClass.ASSESSMENT
    author_path = "author"

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="addenda")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    body = EncryptedTextField()
    at = models.DateTimeField()
