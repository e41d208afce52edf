"""Fair draws anyone can recompute, and the chain from order to discussion."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Pool(Record):
    """The clients of one program at one site from whom a day's tests are drawn."""

    code = models.CharField(max_length=60, unique=True)
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")


class Draw(Record):
    """One pool and day. The commitment is published before the day, the secret after it.

    `secret` is empty until it is revealed; until then it is kept sealed in `sealed_secret`.
    `roster` and `drawn` hold tokens, never names.
    """

    pool = models.ForeignKey(Pool, models.PROTECT, related_name="draws")
    day = models.DateField()
    method = models.CharField(max_length=40)
    commitment = models.CharField(max_length=64)
    committed_at = models.DateTimeField()
    sealed_secret = EncryptedTextField()
    secret = models.CharField(max_length=64, blank=True)
    roster = models.JSONField(default=list)
    drawn = models.JSONField(default=list)
    drawn_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pool", "day"], name="drugtests_one_draw_a_day"),
            models.CheckConstraint(
                name="drugtests_revealed_after_drawn",
                condition=Q(revealed_at=None) | Q(drawn_at__isnull=False),
            ),
        ]


class DrugTest(ClientRecord):
    """One test from order to discussion; missed and refused are ends of their own, not positive."""

    record_class = RecordClass.DRUG_TESTS
    minimal_fields = ("client", "site", "state", "due_at", "version", "ordered_at")

    class State(models.TextChoices):
        ORDERED = "ordered"
        NOTIFIED = "notified"
        COLLECTED = "collected"
        SENT = "sent"
        RESULTED = "resulted"
        REVIEWED = "reviewed"
        DISCUSSED = "discussed"
        MISSED = "missed"
        REFUSED = "refused"
        UNABLE = "unable"
        CANCELLED = "cancelled"

    class Specimen(models.TextChoices):
        UNKNOWN = ""
        VALID = "valid"
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
    draw = models.ForeignKey(Draw, models.PROTECT, null=True, related_name="tests")
    is_for_cause = models.BooleanField(default=False)
    cause = models.CharField(max_length=200, blank=True)
    panel = ArrayField(models.CharField(max_length=40), default=list)
    panel_need = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.ORDERED)
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seconded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
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
    is_sealed = models.BooleanField(default=False)
    client_initials = models.CharField(max_length=6, blank=True)
    specimen = models.CharField(
        max_length=20, choices=Specimen, blank=True, default=Specimen.UNKNOWN
    )
    validity_decision = models.JSONField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.PENDING)
    resulted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_reason = models.CharField(max_length=200, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    discussed_at = models.DateTimeField(null=True)
    discussed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
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


class AnalyteResult(ClientRecord):
    """One analyte's result; a presumptive one is never shown as more than that."""

    record_class = RecordClass.DRUG_TESTS

    class Result(models.TextChoices):
        NEGATIVE = "negative"
        PRESUMPTIVE_POSITIVE = "presumptive_positive"
        POSITIVE = "positive"
        POSITIVE_EXPECTED = "positive_expected"
        NEGATIVE_UNEXPECTED = "negative_unexpected"
        INVALID = "invalid"
        NOT_TESTED = "not_tested"

    test = models.ForeignKey(DrugTest, models.PROTECT, related_name="results")
    analyte = models.CharField(max_length=40)
    method = models.CharField(max_length=20)
    result = models.CharField(max_length=30, choices=Result)
    level = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    cutoff = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, default="ng/mL")
    at = models.DateTimeField()
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["test", "analyte", "method"], name="drugtests_result_once"
            )
        ]
