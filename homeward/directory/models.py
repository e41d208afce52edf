"""Services elsewhere with the history of what was known of them, and referrals to them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Service(Record):
    """One place that helps, as far as this program knows. It says nothing of any client.

    `web` is shown as text and never as a link, so that no click tells the place who asked.
    `hours` is a list of [weekday, first minute, last minute] in the place's own wall clock.
    """

    code = models.CharField(max_length=60, unique=True)
    organisation = models.CharField(max_length=120, blank=True)
    name = models.CharField(max_length=120)
    options = ArrayField(models.CharField(max_length=30), default=list)
    address = models.CharField(max_length=160, blank=True)
    city = models.CharField(max_length=80, blank=True)
    zip_code = models.CharField(max_length=5)
    phone = models.CharField(max_length=30, blank=True)
    web = models.CharField(max_length=120, blank=True)
    languages = ArrayField(models.CharField(max_length=10), default=list)
    payers = ArrayField(models.CharField(max_length=20), default=list)
    takes = ArrayField(models.CharField(max_length=30), default=list)
    hours = models.JSONField(default=list)
    notes = models.CharField(max_length=500, blank=True)
    verified_on = models.DateField(null=True)
    verified_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["retired_at", "name"], name="directory_service_listed")]
        constraints = [
            models.CheckConstraint(
                name="directory_verified_by_somebody",
                condition=Q(verified_on=None) | Q(verified_by__isnull=False),
            )
        ]


class ServiceEdit(Record):
    """One change to what is known of a service: who, when, what, and the whole entry after it."""

    class What(models.TextChoices):
        ADDED = "added"
        CHANGED = "changed"
        VERIFIED = "verified"
        RETIRED = "retired"
        RESTORED = "restored"

    service = models.ForeignKey(Service, models.PROTECT, related_name="edits")
    what = models.CharField(max_length=20, choices=What)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    fields = ArrayField(models.CharField(max_length=30), default=list)
    values = models.JSONField(default=dict)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["service", "at"], name="directory_edits")]


class Referral(ClientRecord):
    """A person sent to another place, held open until it is known what came of it.

    Of the class of assessments: why somebody is sent to detox is clinical, and those who may write
    assessments (the admissions desk until admission, then the team's clinicians) are those who
    refer. The front desk, which keeps every schedule, reaches none of it.
    """

    record_class = RecordClass.ASSESSMENT
    minimal_fields = (
        "client", "site", "kind", "opened_at", "due_at", "closed_at", "outcome", "owner", "version",
    )  # fmt: skip

    class Kind(models.TextChoices):
        DETOX = "detox"
        RESIDENTIAL = "residential"
        PARTIAL_HOSPITAL = "partial_hospital"
        INTENSIVE_OUTPATIENT = "intensive_outpatient"
        OUTPATIENT = "outpatient"
        MEDICATION = "medication"
        MEDICAL = "medical"
        EMERGENCY = "emergency"
        PSYCHIATRIC = "psychiatric"
        SOBER_LIVING = "sober_living"
        INTERIM = "interim"
        SUPPORT = "support"

    class Outcome(models.TextChoices):
        COMPLETED = "completed"
        ARRIVED = "arrived"
        TREATED_HERE = "treated_here"
        DECLINED_BY_CLIENT = "declined_by_client"
        DECLINED_BY_SERVICE = "declined_by_service"
        NOT_REACHED = "not_reached"
        NOT_NEEDED = "not_needed"

    service = models.ForeignKey(Service, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=30, choices=Kind)
    reason_code = models.CharField(max_length=60)
    reason = EncryptedTextField(blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=30, choices=Outcome, blank=True)
    outcome_reason = EncryptedTextField(blank=True)
    discharged_elsewhere_on = models.DateField(null=True)

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(
                fields=["site", "due_at"],
                name="directory_open_referrals",
                condition=Q(closed_at=None),
            ),
            models.Index(fields=["client", "opened_at"], name="directory_client_referrals"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "kind"],
                condition=Q(closed_at=None),
                name="directory_one_open_referral_a_kind",
            ),
            models.CheckConstraint(
                name="directory_closed_with_an_outcome",
                condition=Q(closed_at=None, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
            ),
        ]


class HandOffStep(ClientRecord):
    """One step of a warm hand-off: what was done, with whom, and how the person had agreed to it.

    `told` says on what footing staff spoke with the place: nothing that names the person, the
    person on the call with them, a consent, or a medical emergency. For the last two `disclosure`
    is the ledger row of that instant.
    """

    record_class = RecordClass.ASSESSMENT

    class Step(models.TextChoices):
        CALLED = "called"
        ACCEPTED = "accepted"
        TRANSPORT = "transport"
        ARRIVED = "arrived"
        WAIT_LISTED = "wait_listed"
        DECLINED = "declined"
        NO_ANSWER = "no_answer"

    class Told(models.TextChoices):
        NOTHING = "nothing"
        TOGETHER = "together"
        CONSENT = "consent"
        EMERGENCY = "emergency"

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20, choices=Step)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, null=True, related_name="+")
    spoke_with = models.CharField(max_length=120, blank=True)
    told = models.CharField(max_length=20, choices=Told, default=Told.NOTHING)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    note = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["referral", "at"], name="directory_steps")]
        constraints = [
            models.CheckConstraint(
                name="directory_what_left_has_its_ledger_row",
                condition=~Q(told__in=("consent", "emergency")) | Q(disclosure__isnull=False),
            )
        ]
