"""Who pays: payers with their own numbers, and what a client is covered by."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.program.models import RuleNumber


class Payer(Record):
    """A plan, a state fund, or the person."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30)
    needs_authorization = models.BooleanField(default=False)


class PayerNumber(Record):
    """A payer's dated number with its source: minutes for a day, group cap, filing days."""

    payer = models.ForeignKey(Payer, models.PROTECT, related_name="numbers")
    code = models.CharField(max_length=80)
    value = models.DecimalField(max_digits=12, decimal_places=3)
    unit = models.CharField(max_length=20)
    tag = models.CharField(max_length=10, choices=RuleNumber.Tag, default=RuleNumber.Tag.PAYER)
    source_title = models.CharField(max_length=200)
    citation = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    adopted_at = models.DateTimeField(null=True)
    adopted_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payer", "code", "starts_on"], name="coverage_number_once_a_day"
            )
        ]


class Coverage(ClientRecord):
    """What a client is covered by, from a day on."""

    record_class = RecordClass.CLAIMS
    minimal_fields = ("client", "site", "payer", "starts_on", "ends_on", "verified_at", "version")

    payer = models.ForeignKey(Payer, models.PROTECT, related_name="+")
    member_id = EncryptedTextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class BenefitsCheck(ClientRecord):
    """What the payer said on one day, with the reference of the call. Money in cents.

    Empty is what was not said: an out-of-pocket rest of None is unknown, not nought. Whoever
    needs no more than the copay at the desk sees no more (`minimal_fields`).
    """

    record_class = RecordClass.CLAIMS
    minimal_fields = (
        "client", "site", "coverage", "at", "is_covered", "is_in_network", "copay_cents",
        "needs_authorization", "version",
    )  # fmt: skip

    coverage = models.ForeignKey(Coverage, models.PROTECT, related_name="checks")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    is_covered = models.BooleanField()
    is_in_network = models.BooleanField(default=True)
    copay_cents = models.PositiveIntegerField(default=0)
    deductible_left_cents = models.PositiveIntegerField(default=0)
    needs_authorization = models.BooleanField(default=False)
    days_limit = models.PositiveSmallIntegerField(null=True)
    reference = models.CharField(max_length=60, blank=True)
    plan_name = models.CharField(max_length=120, blank=True)
    effective_from = models.DateField(null=True)
    effective_to = models.DateField(null=True)
    out_of_pocket_left_cents = models.PositiveIntegerField(null=True)
    coinsurance_percent = models.PositiveSmallIntegerField(default=0)
    allowed_day_cents = models.PositiveIntegerField(null=True)
    days_used = models.PositiveSmallIntegerField(default=0)
    spoke_with = models.CharField(max_length=120, blank=True)
    note = EncryptedTextField(blank=True)


class FeeDetermination(ClientRecord):
    """The part of a charge somebody pays by income, from a day until it is looked at again.

    Decided about money alone; it never changes the care. Never changed: the next one follows it.
    """

    record_class = RecordClass.CLAIMS
    minimal_fields = ("client", "site", "on", "until", "pays_percent", "version")

    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    on = models.DateField()
    until = models.DateField()
    household = models.PositiveSmallIntegerField()
    yearly_income_cents = models.PositiveBigIntegerField()
    shown = models.CharField(max_length=40)
    pays_percent = models.DecimalField(max_digits=5, decimal_places=2)
    decision = models.JSONField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="coverage_fees")]


class GivenEstimate(ClientRecord):
    """An estimate as it was handed to the client: the decision, the language, who and when."""

    record_class = RecordClass.CLAIMS
    minimal_fields = ("client", "site", "at", "by", "language", "client_cents", "version")

    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    client_cents = models.PositiveBigIntegerField()
    decision = models.JSONField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="coverage_estimates")]


# Authorizations stand in a file of their own; here they become known to the app.
from homeward.coverage.authorizations import Authorization  # noqa: E402, F401
