"""What is earned for what, from a day on: data of the program that its director adopts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.records import Record


class Protocol(Record):
    """One dated version. Until it is adopted with its source nothing of it holds or shows.

    `terms` are the numbers (rules/terms.py), `substances` the analytes a test must not show.
    """

    class Kind(models.TextChoices):
        VOUCHER = "voucher"
        PRIZE = "prize"

    class Target(models.TextChoices):
        TEST = "test"
        SESSION = "session"
        ACTIVITY = "activity"

    class Unconfirmed(models.TextChoices):
        WAITS = "waits"
        AT_ONCE = "at_once"

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=Kind)
    target = models.CharField(max_length=10, choices=Target)
    substances = ArrayField(models.CharField(max_length=40), default=list)
    unconfirmed = models.CharField(max_length=10, choices=Unconfirmed, default=Unconfirmed.WAITS)
    terms = models.JSONField()
    source_title = models.CharField(max_length=200)
    cap_source = models.CharField(max_length=200)
    starts_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "name", "starts_on"], name="incentives_protocol_once_a_day"
            ),
            models.CheckConstraint(
                name="incentives_tests_name_substances",
                condition=~Q(target="test") | Q(substances__len__gt=0),
            ),
            models.CheckConstraint(
                name="incentives_ended_once_adopted",
                condition=Q(ended_at=None) | Q(adopted_at__isnull=False),
            ),
        ]
