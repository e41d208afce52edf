"""Vital signs, allergies, pregnancy, and education about TB and HIV."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.medications.models.records import MedicalRecord


class Vitals(MedicalRecord):
    """One set of measurements; what was not measured is empty. Never changed.

    Pressure in mm Hg, pulse and breaths per minute, temperature in degrees Fahrenheit, oxygen in
    percent, weight in pounds. `outside` are the codes of those outside the program's limits.
    """

    pulse = models.PositiveSmallIntegerField(null=True)
    systolic = models.PositiveSmallIntegerField(null=True)
    diastolic = models.PositiveSmallIntegerField(null=True)
    breaths = models.PositiveSmallIntegerField(null=True)
    temperature_f = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    oxygen = models.PositiveSmallIntegerField(null=True)
    weight_lb = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    outside = ArrayField(models.CharField(max_length=40), default=list)
    told = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="medications_vitals_at")]


class Allergy(MedicalRecord):
    """What somebody must not be given, what it does to them, and how badly. Frozen at its end."""

    class Severity(models.TextChoices):
        MILD = "mild"
        MODERATE = "moderate"
        SEVERE = "severe"
        UNKNOWN = "unknown"

    substance = models.CharField(max_length=80)
    reaction = models.CharField(max_length=120)
    severity = models.CharField(max_length=10, choices=Severity)
    said_by = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=200, blank=True)


class AllergyStatement(MedicalRecord):
    """Somebody was asked and has no allergy they know of, or could not be asked. Never changed."""

    class Says(models.TextChoices):
        NONE_KNOWN = "none_known"
        COULD_NOT_ASK = "could_not_ask"

    says = models.CharField(max_length=20, choices=Says)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class PregnancyStatement(MedicalRecord):
    """What the person said, or a test showed, about a pregnancy. Never changed."""

    class Status(models.TextChoices):
        PREGNANT = "pregnant"
        NOT_PREGNANT = "not_pregnant"
        MAY_BE = "may_be"
        RATHER_NOT_SAY = "rather_not_say"

    status = models.CharField(max_length=20, choices=Status)
    basis = models.CharField(max_length=20)
    expected_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class HealthEducation(MedicalRecord):
    """TB, HIV or hepatitis was talked about, and whether a test was wanted. Never changed."""

    topic = models.CharField(max_length=20)
    manner = models.CharField(max_length=20)
    testing = models.CharField(max_length=20)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
