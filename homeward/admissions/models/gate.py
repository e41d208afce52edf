"""Medical screening, the holds it opens, and capacity to sign."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.admissions.models.inquiry import Inquiry
from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class MedicalScreening(ClientRecord):
    """One round of the medical gate questions with what the gates made of it. Never changed.

    Empty is "not asked" or "not measured". `pulse` in beats a minute, `systolic` in mmHg,
    `temperature_f` in degrees Fahrenheit, `oxygen` in percent.
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "by"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, null=True, related_name="screenings")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    last_drink_at = models.DateTimeField(null=True)
    drank_or_sedatives_recently = models.BooleanField(null=True)
    intoxicated = models.BooleanField(null=True)
    seizure_or_delirium_history = models.BooleanField(null=True)
    daily_benzodiazepine = models.BooleanField(null=True)
    confusion_or_seizure_now = models.BooleanField(null=True)
    pregnant = models.BooleanField(null=True)
    opioid_use = models.BooleanField(null=True)
    abnormal_vitals = models.BooleanField(null=True)
    pulse = models.PositiveSmallIntegerField(null=True)
    systolic = models.PositiveSmallIntegerField(null=True)
    temperature_f = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    oxygen = models.PositiveSmallIntegerField(null=True)
    note = EncryptedTextField(blank=True)
    outcome = models.CharField(max_length=30)
    decision = models.JSONField(default=dict)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="admissions_screening_course")]


class Hold(ClientRecord):
    """Something medical (or the age) that must be answered before intensive outpatient care.

    Opened by the gates with their decision and the cut-point set in force; a worse screening only
    raises it. Released by somebody with the right, on written evidence; then never changed.
    """

    record_class = RecordClass.ASSESSMENT

    class Kind(models.TextChoices):
        WITHDRAWAL = "alcohol_sedative_withdrawal"
        MEDICAL = "medical_red_flag"
        AGE = "age"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, null=True, related_name="holds")
    kind = models.CharField(max_length=40, choices=Kind)
    severity = models.CharField(max_length=30)
    reasons = ArrayField(models.CharField(max_length=60), default=list)
    rule_set = models.CharField(max_length=20)
    cut_points = models.CharField(max_length=20)
    decision = models.JSONField(default=dict)
    screening = models.ForeignKey(MedicalScreening, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    due_at = models.DateTimeField()
    referral_id = models.UUIDField(null=True)
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ending = models.CharField(max_length=40, blank=True)
    examined_at = models.DateTimeField(null=True)
    evidence = EncryptedTextField(blank=True)
    release_decision = models.JSONField(default=dict)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "kind"],
                condition=Q(released_at=None),
                name="admissions_one_open_hold",
            ),
            models.CheckConstraint(
                name="admissions_hold_released_with_evidence",
                condition=Q(released_at=None)
                | (Q(released_by__isnull=False) & ~Q(ending="") & ~Q(evidence="")),
            ),
        ]


class CapacityToSign(ClientRecord):
    """A named person saw whether somebody can decide and sign now. Never changed."""

    record_class = RecordClass.ASSESSMENT
    author_path = "by"

    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    has_capacity = models.BooleanField()
    seen = EncryptedTextField()
    look_again_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="admissions_capacity_course")]


class InterimPlan(ClientRecord):
    """What holds until the full plan: first services, safety, the next contact. Never changed."""

    record_class = RecordClass.ASSESSMENT
    author_path = "by"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    first_services = EncryptedTextField()
    safety_steps = EncryptedTextField(blank=True)
    next_contact_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="admissions_interim_plans")]
