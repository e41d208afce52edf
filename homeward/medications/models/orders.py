"""Orders with their signatures, statements of need, and evidence of monitoring checks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.medications.models.medicines import Medication
from homeward.medications.models.records import MedicalRecord


class MedicalOrder(MedicalRecord):
    """A prescriber's order; taken by telephone it was read back. Frozen when it is signed."""

    class Way(models.TextChoices):
        WRITTEN = "written"
        SPOKEN = "spoken"

    kind = models.CharField(max_length=20)
    body = EncryptedTextField()
    medication = models.ForeignKey(Medication, models.PROTECT, null=True, related_name="orders")
    way = models.CharField(max_length=10, choices=Way)
    was_read_back = models.BooleanField(default=False)
    ordered_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    sign_due_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_spoken_orders_are_read_back",
                condition=Q(way="written") | Q(was_read_back=True),
            )
        ]


class Certification(MedicalRecord):
    """A physician's signed statement that this care is needed. Never changed."""

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="+")
    statements = ArrayField(models.CharField(max_length=40))
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(MedicalRecord.Meta):
        indexes = [models.Index(fields=["episode", "on"], name="medications_certified")]


class PdmpCheck(MedicalRecord):
    """That the state's prescription monitoring was asked, by whom and when. Never changed.

    There is no place for the report itself: what it says is talked about, not kept.
    """

    class Finding(models.TextChoices):
        AS_EXPECTED = "as_expected"
        TO_DISCUSS = "to_discuss"
        NOTHING_FOUND = "nothing_found"

    state = models.CharField(max_length=2)
    finding = models.CharField(max_length=20, choices=Finding)
    next_due_on = models.DateField()
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="medications_pdmp")]
