"""Medicines that were brought along and kept here, their counts, and doses for home."""

from django.db import models
from django.db.models import F, Q

from homeward.medications.models.medicines import Medication
from homeward.medications.models.records import MedicalRecord


class BroughtIn(MedicalRecord):
    """One container brought along and taken into storage; frozen when it is closed."""

    class Storage(models.TextChoices):
        CABINET = "cabinet"
        REFRIGERATOR = "refrigerator"
        DOUBLE_LOCK = "double_lock"

    class Closing(models.TextChoices):
        RETURNED = "returned"
        USED_UP = "used_up"
        DESTROYED = "destroyed"

    medication = models.ForeignKey(Medication, models.PROTECT, related_name="brought")
    unit = models.CharField(max_length=20)
    counted = models.PositiveSmallIntegerField()
    storage = models.CharField(max_length=20, choices=Storage)
    expires_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seconded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closing = models.CharField(max_length=20, choices=Closing, blank=True)

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["medication"],
                name="medications_one_container_open",
                condition=Q(closed_at=None),
            ),
            models.CheckConstraint(
                name="medications_two_people_receive",
                condition=Q(seconded_by=None) | ~Q(seconded_by=F("received_by")),
            ),
        ]


class BroughtCount(MedicalRecord):
    """One count of a container, beside what was to be expected. Never changed."""

    brought = models.ForeignKey(BroughtIn, models.PROTECT, related_name="counts")
    count = models.PositiveSmallIntegerField()
    expected = models.SmallIntegerField()
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seconded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_two_people_explain_a_difference",
                condition=Q(count=F("expected"))
                | (~Q(reason="") & Q(seconded_by__isnull=False) & ~Q(seconded_by=F("by"))),
            )
        ]


class TakeHome(MedicalRecord):
    """Doses that went home for named days; frozen when what came back was counted."""

    medication = models.ForeignKey(Medication, models.PROTECT, related_name="take_home")
    first_day = models.DateField()
    last_day = models.DateField()
    doses = models.PositiveSmallIntegerField()
    has_lock_box = models.BooleanField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    back_at = models.DateTimeField(null=True)
    back_doses = models.PositiveSmallIntegerField(null=True)
    back_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_home_days_run_forward",
                condition=Q(last_day__gte=F("first_day")),
            )
        ]
