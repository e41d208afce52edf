"""What there is to plan with: whom staff may lead and how much, who is away, what is closed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.records import Record


class LeadingTerms(Record):
    """A worker's languages, kinds of group and hours with clients, from a day on.

    Minutes of sessions; nought in a limit means the program's own number.
    """

    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="leading_terms")
    languages = ArrayField(models.CharField(max_length=10), default=list)
    populations = ArrayField(models.CharField(max_length=12), default=list)
    most_day_minutes = models.PositiveIntegerField(default=0)
    most_week_minutes = models.PositiveIntegerField(default=0)
    target_week_minutes = models.PositiveIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(ends_on=None), name="timetable_leading_terms_once"
            )
        ]


class Absence(Record):
    """A worker is away from one instant to another; an absence taken back keeps its row."""

    class Why(models.TextChoices):
        LEAVE = "leave"
        SICK = "sick"
        TRAINING = "training"
        OTHER = "other"

    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="absences")
    why = models.CharField(max_length=20, choices=Why)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.CheckConstraint(
                name="timetable_absence_runs_forward", condition=Q(ends_at__gt=F("starts_at"))
            )
        ]
        indexes = [models.Index(fields=["worker", "starts_at"], name="timetable_absences")]


class Closure(Record):
    """A site, or one room of it, is closed from one instant to another.

    Days on which the whole program is closed are `program.Holiday`.
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    room = models.ForeignKey("program.Room", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=80)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.CheckConstraint(
                name="timetable_closure_runs_forward", condition=Q(ends_at__gt=F("starts_at"))
            )
        ]
        indexes = [models.Index(fields=["site", "starts_at"], name="timetable_closures")]
