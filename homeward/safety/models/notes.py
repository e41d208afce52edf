"""The chart's note about a crisis: this client's facts alone."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class CrisisNote(ClientRecord):
    """A draft made of the steps that were stamped; its author reads, mends and signs it.

    It names nobody but the client and staff, and says nothing of an incident report.
    """

    record_class = RecordClass.NOTES
    author_path = "author"
    minimal_fields = ("client", "site", "started_at", "signed_at", "version")

    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    path_code = models.CharField(max_length=30)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    drafted_at = models.DateTimeField()
    due_at = models.DateTimeField()
    body = EncryptedTextField(blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="safety_note_signature_is_whole",
                condition=Q(signed_at=None, signed_by=None)
                | (Q(signed_at__isnull=False, signed_by__isnull=False) & ~Q(content_hash="")),
            )
        ]
