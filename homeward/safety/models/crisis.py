"""Crisis paths by edition, the runs of them, and each step as it was pressed."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord, Record
from homeward.kernel.records import RecordClass


class PathEdition(Record):
    """One crisis path as it reads from a day on. Never changed: a new wording is a new edition."""

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    code = models.CharField(max_length=30)
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    is_own = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "code", "number"], name="safety_edition_number_once"
            )
        ]


class CrisisRun(ProtectedRecord):
    """One crisis being gone through. It stands outside every chart, whoever it is about.

    `note` is the chart's own draft that came of it; the chart knows nothing of this row.
    """

    record_class = RecordClass.INCIDENTS
    client_path = None
    minimal_fields = ("site", "started_at", "ended_at", "version")

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    edition = models.ForeignKey(PathEdition, models.PROTECT, related_name="+")
    code = models.CharField(max_length=30)
    place = models.CharField(max_length=60, blank=True)
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    who_words = EncryptedTextField(blank=True)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=30, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    note = models.OneToOneField("safety.CrisisNote", models.PROTECT, null=True, related_name="+")

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="safety_run_ends_with_an_outcome",
                condition=Q(ended_at=None, outcome="", ended_by=None)
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(outcome="")),
            )
        ]
        indexes = [
            models.Index(fields=["site"], name="safety_open_runs", condition=Q(ended_at=None))
        ]


class CrisisStamp(ProtectedRecord):
    """A step of a run, answered by somebody at an instant. Never changed."""

    record_class = RecordClass.INCIDENTS
    client_path = None
    site_path = "run__site"
    minimal_fields = ("run", "at", "version")

    run = models.ForeignKey(CrisisRun, models.PROTECT, related_name="stamps")
    step = models.CharField(max_length=30)
    answer = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["run", "step"], name="safety_step_stamped_once")
        ]
