"""One test from order to discussion."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class DrugTest(ClientRecord):
    """One test from order to discussion; missed and refused are ends of their own, not positive."""

    record_class = RecordClass.DRUG_TESTS
    minimal_fields = ("client", "site", "state", "due_at", "version", "ordered_at")

    class State(models.TextChoices):
        ORDERED = "ordered"
        NOTIFIED = "notified"
        COLLECTED = "collected"
        SENT = "sent"
        RECEIVED = "received"
        RESULTED = "resulted"
        REVIEWED = "reviewed"
        DISCUSSED = "discussed"
        MISSED = "missed"
        REFUSED = "refused"
        UNABLE = "unable"
        REJECTED = "rejected"
        CANCELLED = "cancelled"

    class Specimen(models.TextChoices):
        UNKNOWN = ""
        VALID = "valid"
        NOT_MEASURED = "not_measured"
        DILUTE_NEGATIVE = "dilute_neg"
        DILUTE_POSITIVE = "dilute_pos"
        SUBSTITUTED = "substituted"
        ADULTERATED = "adulterated"
        INVALID = "invalid"

    class Outcome(models.TextChoices):
        PENDING = "pending"
        NEGATIVE = "negative"
        PRESUMPTIVE = "presumptive"
        POSITIVE = "positive"
        UNEXPECTED = "unexpected"
        INVALID = "invalid"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="drug_tests")
    draw = models.ForeignKey("drugtests.Draw", models.PROTECT, null=True, related_name="tests")
    is_for_cause = models.BooleanField(default=False)
    cause = models.CharField(max_length=200, blank=True)
    panel = ArrayField(models.CharField(max_length=40), default=list)
    panel_need = models.CharField(max_length=200, blank=True)
    panel_set = models.ForeignKey("drugtests.Panel", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, choices=State, default=State.ORDERED)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seconded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seconded_at = models.DateTimeField(null=True)
    notified_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    collected_at = models.DateTimeField(null=True)
    collected_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    observed = models.CharField(max_length=30, blank=True)
    observed_reason = models.CharField(max_length=120, blank=True)
    temperature_f = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    temperature_minutes = models.PositiveSmallIntegerField(null=True)
    collection_note = models.CharField(max_length=200, blank=True)
    is_identity_checked = models.BooleanField(default=False)
    identity_by = models.CharField(max_length=20, blank=True)
    observer_wanted = models.CharField(max_length=10, blank=True)
    is_split = models.BooleanField(default=False)
    seal_number = models.CharField(max_length=20, blank=True)
    is_sealed = models.BooleanField(default=False)
    client_initials = models.CharField(max_length=6, blank=True)
    read_on_site_at = models.DateTimeField(null=True)
    read_on_site_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    kit = models.ForeignKey("drugtests.Kit", models.PROTECT, null=True, related_name="+")
    certificate = models.ForeignKey(
        "drugtests.Certificate", models.PROTECT, null=True, related_name="+"
    )
    specimen = models.CharField(
        max_length=20, choices=Specimen, blank=True, default=Specimen.UNKNOWN
    )
    measured = models.JSONField(default=dict)
    validity_decision = models.JSONField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.PENDING)
    resulted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_reason = models.CharField(max_length=200, blank=True)
    skip_asked_at = models.DateTimeField(null=True)
    skip_asked_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    skip_reason = models.CharField(max_length=200, blank=True)
    skip_as = models.CharField(max_length=20, choices=State, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    discussed_at = models.DateTimeField(null=True)
    discussed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disputed_at = models.DateTimeField(null=True)
    unconfirmed_reason = models.CharField(max_length=200, blank=True)
    client_account = models.CharField(max_length=30, blank=True)
    discussion = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["draw", "client"], name="drugtests_drawn_once"),
            models.CheckConstraint(
                name="drugtests_cause_is_apart_from_draws",
                condition=Q(is_for_cause=False)
                | (
                    Q(draw=None, ordered_by__isnull=False, seconded_by__isnull=False)
                    & ~Q(cause="")
                    & ~Q(ordered_by=models.F("seconded_by"))
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["client", "ordered_at"], name="drugtests_client"),
            models.Index(fields=["site", "state"], name="drugtests_site_state"),
            models.Index(fields=["draw"], name="drugtests_of_draw"),
        ]
