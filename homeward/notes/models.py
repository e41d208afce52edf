"""Notes: the shared part of a session once, and each client's own part.

Signing freezes a note; corrections are addenda beneath it. Bodies are sealed in the database.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class SessionNote(Record):
    """What is true for everyone in the session, naming nobody."""

    session = models.OneToOneField(
        "timetable.GroupSession", models.PROTECT, related_name="shared_note"
    )
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    body = EncryptedTextField(blank=True)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)


class ClientNote(ClientRecord):
    """One client's part of one session. Its author may edit the draft; signing freezes it."""

    record_class = RecordClass.NOTES
    author_path = "author"

    class Progress(models.TextChoices):
        NO_CHANGE = "no_change"
        SOME = "some_progress"
        MET = "met"
        SETBACK = "setback"

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="notes")
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="notes")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    on = models.DateField()
    participation = ArrayField(models.CharField(max_length=30), default=list)
    response = ArrayField(models.CharField(max_length=30), default=list)
    objective = models.ForeignKey(
        "plans.Objective", models.PROTECT, null=True, related_name="notes"
    )
    progress = models.CharField(max_length=20, choices=Progress, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    body = EncryptedTextField(blank=True)
    body_digest = models.CharField(max_length=64, blank=True)
    saved_at = models.DateTimeField()
    due_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"], name="notes_one_per_client_session"
            ),
            models.CheckConstraint(
                name="notes_signature_is_whole",
                condition=Q(signed_at=None, signed_by=None)
                | (Q(signed_at__isnull=False, signed_by__isnull=False) & ~Q(content_hash="")),
            ),
        ]
        indexes = [
            models.Index(fields=["client", "on"], name="notes_client_day"),
            models.Index(
                fields=["author", "due_at"], name="notes_unsigned", condition=Q(signed_at=None)
            ),
        ]


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
