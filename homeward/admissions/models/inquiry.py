"""The first call or message, every move of it, and what fills the person's week."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class Inquiry(ProtectedRecord):
    """A call or message from or about somebody who may need care.

    `first_request_at` is the origin of every wait that is measured. The client is opened when
    screening starts. None and the empty string are "not asked", never "no".
    """

    record_class = RecordClass.INQUIRIES

    class State(models.TextChoices):
        INQUIRY = "inquiry"
        CONTACTED = "contacted"
        SCREENED = "screened"
        BENEFITS_VERIFIED = "benefits_verified"
        ASSESSMENT_SCHEDULED = "assessment_scheduled"
        ASSESSED = "assessed"
        PLACED = "placed"
        ADMITTED = "admitted"
        WAIT_LISTED = "wait_listed"
        REFERRED_OUT = "referred_out"
        DECLINED = "declined"
        LOST = "lost"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="inquiries")
    number = models.CharField(max_length=20, unique=True)
    first_request_at = models.DateTimeField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    caller_name = EncryptedTextField(blank=True)
    relation = models.CharField(max_length=40, default="self")
    person_name = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)
    may_call_back = models.BooleanField(null=True)
    may_leave_message = models.BooleanField(null=True)
    message_name = models.CharField(max_length=60, blank=True)
    substances = ArrayField(models.CharField(max_length=40), default=list)
    last_use = models.CharField(max_length=40, blank=True)
    is_pregnant = models.BooleanField(null=True)
    injects = models.BooleanField(null=True)
    suicidal = models.CharField(max_length=20, blank=True)
    withdrawal_risk = models.CharField(max_length=20, blank=True)
    payer = models.ForeignKey("coverage.Payer", models.PROTECT, null=True, related_name="+")
    referral_source = models.CharField(max_length=40, blank=True)
    wanted_track = models.ForeignKey("program.Track", models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True)
    state = models.CharField(max_length=30, choices=State, default=State.INQUIRY)
    appointment_at = models.DateTimeField(null=True)

    class Meta(ProtectedRecord.Meta):
        indexes = [models.Index(fields=["site", "state"], name="admissions_pipeline")]


class InquiryStep(ProtectedRecord):
    """One move of an inquiry: from where to where, by whom, why. Never changed."""

    record_class = RecordClass.INQUIRIES
    client_path = "inquiry__client"
    site_path = "inquiry__site"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=30)
    to_state = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)


class Obligation(ProtectedRecord):
    """Something that fills part of a weekday: work, school, children, court. Wall time."""

    record_class = RecordClass.INQUIRIES
    client_path = "inquiry__client"
    site_path = "inquiry__site"

    class Kind(models.TextChoices):
        WORK = "work"
        SCHOOL = "school"
        CHILDREN = "children"
        COURT = "court"
        OTHER = "other"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="obligations")
    kind = models.CharField(max_length=20, choices=Kind)
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="admissions_obligation_runs_forward", condition=Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(
                name="admissions_obligation_weekday", condition=Q(weekday__lte=6)
            ),
        ]
