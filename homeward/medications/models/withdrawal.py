"""Watching somebody through withdrawal: which scale, how often, until when."""

from django.db import models
from django.db.models import Q

from homeward.medications.models.records import MedicalRecord


class WithdrawalWatch(MedicalRecord):
    """A flowsheet: the readings are the scale's own answers since it began. Frozen at its end."""

    scale = models.CharField(max_length=40)
    every_minutes = models.PositiveSmallIntegerField()
    close_minutes = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    started_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ordered_by = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=200, blank=True)

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "scale"],
                name="medications_one_watch_a_scale",
                condition=Q(ended_at=None),
            )
        ]
