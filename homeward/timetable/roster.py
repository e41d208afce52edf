"""Who is on duty at a site, hour by hour; nobody is on duty twice at one time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from homeward.core.records import Record
from homeward.timetable.stretches import DURING


class DutyShift(Record):
    """A worker's stretch on duty on one day. A shift taken off keeps its row."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    on = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"
        constraints = [
            models.CheckConstraint(
                name="timetable_shift_runs_forward", condition=Q(ends_at__gt=F("starts_at"))
            ),
            ExclusionConstraint(
                name="timetable_on_duty_once",
                expressions=[(DURING, RangeOperators.OVERLAPS), ("worker", RangeOperators.EQUAL)],
                condition=Q(removed_at=None),
            ),
        ]
        indexes = [models.Index(fields=["site", "on"], name="timetable_duty_day")]
