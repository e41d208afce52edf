"""What one person is tested for and why, and on which other days they agreed to test."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Panel(ClientRecord):
    """One person's own panel. Each line says the analyte, why, and a prescription that explains it.

    A line is {"analyte", "need", "prescription"}. Changing it makes a new row and ends this one.
    """

    record_class = RecordClass.DRUG_TESTS

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="test_panels")
    lines = models.JSONField(default=list)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode"], condition=Q(ended_at=None), name="drugtests_one_panel"
            )
        ]


class AgreedDays(ClientRecord):
    """Weekdays (Monday is 0) on which somebody agreed to be drawn beside those they attend."""

    record_class = RecordClass.DRUG_TESTS

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="test_days")
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list)
    agreed_words = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode"], condition=Q(ended_at=None), name="drugtests_one_agreement"
            )
        ]
