"""What stands beneath a signed note: a second signature, and words added later."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.notes.models.session import ClientNote
from homeward.people.records import ClientRecord


class CoSignature(ClientRecord):
    """A supervisor's signature under a signed note; never the author's own."""

    record_class = RecordClass.NOTES

    note = models.OneToOneField(ClientNote, models.PROTECT, related_name="cosignature")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120)
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="notes_nobody_cosigns_their_own", condition=~Q(worker=F("author"))
            )
        ]


class Addendum(ClientRecord):
    """Words added after signing, labelled as what they are; the note itself stays as it was."""

    record_class = RecordClass.NOTES
    author_path = "author"

    class Kind(models.TextChoices):
        LATE_ENTRY = "late_entry"
        ADDENDUM = "addendum"
        CORRECTION = "correction"

    note = models.ForeignKey(ClientNote, models.PROTECT, related_name="addenda")
    kind = models.CharField(max_length=20, choices=Kind)
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    body = EncryptedTextField()
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
