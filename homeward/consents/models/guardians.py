"""Who may sign for a client or beside them, and by what right."""

from django.db import models
from django.db.models import F, Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Guardianship(ClientRecord):
    """A court's word that somebody decides for the client (2.15), or a minor's parent (2.14).

    What was seen never changes; the right ends once.
    """

    record_class = RecordClass.CONSENTS

    class Right(models.TextChoices):
        COURT = "court"
        PARENT = "parent"

    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="guardianships")
    right = models.CharField(max_length=10, choices=Right)
    relation = models.CharField(max_length=60)
    # Court, docket and day of the order; for a parent how it is known.
    paper = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client"], name="consents_guardians")]
        constraints = [
            models.CheckConstraint(
                name="consents_guardian_runs_forward",
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
            )
        ]
