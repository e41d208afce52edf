"""The log of doses that were due here: taken, refused, held, missed, wasted."""

from django.db import models
from django.db.models import Q

from homeward.medications.models.medicines import Medication
from homeward.medications.models.records import MedicalRecord


class DoseMark(MedicalRecord):
    """What became of one dose. Never changed: a correction is another row that names this one.

    `due_at` is empty for a dose as needed. `manner` says whether the person took it under eyes or
    a nurse or prescriber gave it. `count_after` is what was counted in the container afterwards.
    """

    minimal_fields = (
        "client", "site", "version", "medication", "due_at", "on", "state", "manner", "at", "by",
        "corrects", "is_controlled",
    )  # fmt: skip

    class State(models.TextChoices):
        TAKEN = "taken"
        REFUSED = "refused"
        HELD = "held"
        MISSED = "missed"
        WASTED = "wasted"

    class Manner(models.TextChoices):
        WATCHED = "watched"
        GIVEN = "given"

    medication = models.ForeignKey(Medication, models.PROTECT, related_name="doses")
    due_at = models.DateTimeField(null=True)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=State)
    manner = models.CharField(max_length=10, choices=Manner, default=Manner.WATCHED)
    dose = models.CharField(max_length=80)
    lot = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    count_after = models.PositiveSmallIntegerField(null=True)
    is_controlled = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["medication", "due_at"],
                name="medications_one_mark_a_dose",
                condition=Q(corrects=None, due_at__isnull=False),
            ),
            models.CheckConstraint(
                name="medications_not_taken_says_why",
                condition=Q(state="taken", corrects=None) | ~Q(reason=""),
            ),
        ]
        indexes = [
            models.Index(fields=["medication", "on"], name="medications_doses"),
            models.Index(fields=["site", "on"], name="medications_doses_of_day"),
        ]


class WasteWitness(MedicalRecord):
    """The second signature under a wasted controlled dose, by somebody else. Never changed."""

    mark = models.OneToOneField(DoseMark, models.PROTECT, related_name="witness")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
