"""What was done for somebody who came intoxicated, step by step."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class SafetyStep(ClientRecord):
    """One step taken: which, what came of it, when and by whom. Never changed.

    A step taken again is another row; the last one holds.
    """

    record_class = RecordClass.SCHEDULE

    class Step(models.TextChoices):
        CHECK = "check"
        DRIVING = "driving"
        TOLD = "told"
        TRANSPORT = "transport"
        ENDING = "ending"

    mark = models.ForeignKey("attendance.AttendanceMark", models.PROTECT, related_name="safety")
    step = models.CharField(max_length=12, choices=Step)
    answer = models.CharField(max_length=30)
    note = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["mark", "at"], name="attendance_safety_steps")]
