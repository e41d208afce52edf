"""Who wrote which part, who writes for whom, and a writer's own abbreviations."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.notes.models.session import ClientNote
from homeward.people.records import ClientRecord


class Capacity(models.TextChoices):
    """In which capacity somebody wrote: as the author, beside them, or at their dictation."""

    AUTHOR = "author"
    CO_FACILITATOR = "co_facilitator"
    SCRIBE = "scribe"


class NotePart(ClientRecord):
    """Who wrote a part of a client's note, and when first and last. Never the words themselves."""

    record_class = RecordClass.NOTES
    author_path = "worker"

    note = models.ForeignKey(ClientNote, models.PROTECT, related_name="parts")
    part = models.CharField(max_length=30)
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["note", "part", "worker"], name="notes_part_once_a_writer"
            )
        ]


class SharedPart(Record):
    """Who wrote in the part of a session that all of its clients share."""

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "worker"], name="notes_shared_once_a_writer")
        ]


class Scribe(Record):
    """A colleague who writes in one session for who leads it; the leader reads and signs."""

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    writes_for = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "worker"],
                condition=Q(ended_at=None),
                name="notes_scribe_once_a_session",
            ),
            models.CheckConstraint(
                name="notes_nobody_is_their_own_scribe", condition=~Q(worker=F("writes_for"))
            ),
        ]


class Abbreviation(Record):
    """A writer's own short form and what it stands for; the long form may be a sentence."""

    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    short = models.CharField(max_length=20)
    long = EncryptedTextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["worker", "short"], name="notes_short_form_once")
        ]
