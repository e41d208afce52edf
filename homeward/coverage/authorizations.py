"""What a payer allows of a level of care: asked for, answered, used up, followed by the next."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from homeward.core.crypto import EncryptedTextField
from homeward.coverage.rules.authorized import ALLOWING
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Span(Func):
    """The days from one to another, both included."""

    function = "daterange"
    output_field = DateRangeField()


class Authorization(ClientRecord):
    """One request to a payer and its answer: so many units of a level, from a day to a day.

    Both days are included. `counted_in` says what one unit is: payers differ. The bounds of a week
    and the least minutes of a day are clinical minutes; empty where the payer named none. A request
    without an answer allows nothing. What comes after it is another row that `follows` it.
    `decided_on` is the date on the payer's letter; `answered_at` is when it was written down here.
    """

    record_class = RecordClass.CLAIMS
    minimal_fields = (
        "client", "site", "coverage", "level_code", "state", "counted_in", "units", "starts_on",
        "last_on", "version",
    )  # fmt: skip

    class State(models.TextChoices):
        REQUESTED = "requested"
        PENDED = "pended"
        APPROVED = "approved"
        PARTIAL = "partial"
        DENIED = "denied"
        WITHDRAWN = "withdrawn"

    class Unit(models.TextChoices):
        DAY = "day"
        HALF_DAY = "half_day"
        HOUR = "hour"
        QUARTER_HOUR = "quarter_hour"

    OPEN = (State.REQUESTED, State.PENDED)

    coverage = models.ForeignKey("coverage.Coverage", models.PROTECT, related_name="authorizations")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")
    level_code = models.CharField(max_length=10)
    service_code = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.REQUESTED)
    number = models.CharField(max_length=60, blank=True)
    counted_in = models.CharField(max_length=14, choices=Unit, default=Unit.DAY)
    units_asked = models.PositiveIntegerField(null=True)
    units = models.PositiveIntegerField(null=True)
    starts_on = models.DateField()
    last_on = models.DateField()
    week_least_minutes = models.PositiveIntegerField(null=True)
    week_most_minutes = models.PositiveIntegerField(null=True)
    day_least_minutes = models.PositiveIntegerField(null=True)
    next_review_on = models.DateField(null=True)
    reviewer = models.CharField(max_length=120, blank=True)
    note = EncryptedTextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    answered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=200, blank=True)

    class Meta(ClientRecord.Meta):
        app_label = "coverage"
        constraints = [
            models.CheckConstraint(
                name="coverage_authorization_runs_forward",
                condition=Q(last_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="coverage_authorization_week_in_order",
                condition=Q(week_least_minutes=None)
                | Q(week_most_minutes=None)
                | Q(week_least_minutes__lte=F("week_most_minutes")),
            ),
            ExclusionConstraint(
                name="coverage_authorized_once",
                expressions=[
                    (Span("starts_on", "last_on", Value("[]")), RangeOperators.OVERLAPS),
                    ("client", RangeOperators.EQUAL),
                    ("coverage", RangeOperators.EQUAL),
                    ("level_code", RangeOperators.EQUAL),
                ],
                condition=Q(state__in=sorted(ALLOWING)),
            ),
        ]
        indexes = [models.Index(fields=["client", "last_on"], name="coverage_authorizations")]
