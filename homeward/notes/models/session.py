"""The shared part of a session once, and each client's own part.

Signing freezes a note; corrections are addenda beneath it. Bodies are sealed in the database.
"""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.core.scoping import ProtectedManager
from homeward.core.sealed_mapping import EncryptedMappingField
from homeward.kernel.records import RecordClass
from homeward.notes.standing import StandingNotes
from homeward.people.records import ClientRecord


class SessionNote(Record):
    """What is true for everyone in the session, naming nobody."""

    session = models.OneToOneField(
        "timetable.GroupSession", models.PROTECT, related_name="shared_note"
    )
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    body = EncryptedTextField(blank=True)
    sending = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)


class ClientNote(ClientRecord):
    """One client's part of one session. Its author may edit the draft; signing freezes it.

    `style` names the format it is written in ("dap", "soap", "birp", "girp"; empty for own words),
    `sections` holds its parts by code and `body` the same words in one piece. `details` holds what
    the kind of session asks for beside the words, and for telehealth where the client sat.
    """

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
    style = models.CharField(max_length=10, blank=True)
    sections: "models.Field[Any, Any]" = EncryptedMappingField(null=True)
    details: "models.Field[Any, Any]" = EncryptedMappingField(null=True)
    # The last keeping of this draft, by the name its window gave it: see `notes.lost_answers`.
    sending = models.CharField(max_length=40, blank=True)
    body_digest = models.CharField(max_length=64, blank=True)
    saved_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # From then on it is a late entry; by the rule table, like `due_at`, when the draft began.
    locks_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    # Written by the database itself: true from a signature that asks for a second, until that.
    waits_for_cosign = models.BooleanField(default=False, db_default=False)
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    set_aside_at = models.DateTimeField(null=True)

    objects: ClassVar[StandingNotes] = StandingNotes()
    kept: ClassVar[ProtectedManager] = ProtectedManager()

    class Meta(ClientRecord.Meta):
        base_manager_name = "kept"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client"],
                condition=Q(set_aside_at=None),
                name="notes_one_per_client_session",
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
            models.Index(
                fields=["author", "signed_at"],
                name="notes_waits_cosign",
                condition=Q(waits_for_cosign=True),
            ),
        ]
