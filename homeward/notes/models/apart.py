"""Writing that is no session note: what a technician saw, and a counselor's own notes."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.notes.own_key import CounselingTextField
from homeward.people.records import ClientRecord


class Observation(ClientRecord):
    """What somebody saw or heard who signs no notes; never changed, and no clinical judgement."""

    record_class = RecordClass.NOTES
    author_path = "author"

    session = models.ForeignKey(
        "timetable.GroupSession", models.PROTECT, null=True, related_name="+"
    )
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    body = EncryptedTextField()
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="notes_observed")]


class CounselingNote(ClientRecord):
    """A counselor's own notes of what was said, kept apart from the record (45 CFR 164.501).

    Under a key of its own; its author alone reaches it. It is no part of a chart, a print, an
    export, a disclosure or a queue, and stands for no session note.
    """

    record_class = RecordClass.COUNSELING_NOTES
    author_path = "author"

    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    session = models.ForeignKey(
        "timetable.GroupSession", models.PROTECT, null=True, related_name="+"
    )
    on = models.DateField()
    body = CounselingTextField(blank=True)
    saved_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["author", "client", "on"], name="notes_own_notes")]
