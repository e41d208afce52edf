"""Joining from afar: where the client is, by their own word, and where the program may treat."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord

NO_ROW = Q(pk=None)


class RemotePlace(ClientRecord):
    """Where a client is when they join one session from afar, and whom to call near them.

    Said by the client before the link is shown, for that session alone; said anew it is a new row
    and the newest counts. Never changed. It belongs to what a client tells their team: nobody who
    does not talk with them reads it, and no consent of somebody else opens it.
    """

    class There(models.TextChoices):
        ALONE = "alone"
        AGREED = "agreed"
        NOT_PRIVATE = "not_private"

    record_class = RecordClass.MESSAGES
    rows_by_relation: ClassVar[dict[str, Q]] = {"consent": NO_ROW}

    seat = models.ForeignKey("timetable.Seat", models.PROTECT, related_name="remote_places")
    place = EncryptedTextField()
    state = EncryptedTextField()
    near_name = EncryptedTextField()
    near_phone = EncryptedTextField()
    who_is_there = models.CharField(max_length=12, choices=There)
    # Whether the client wants place and person offered again at the next session.
    is_kept = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20)
    decision = models.JSONField()
    said_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(fields=["seat", "-said_at"], name="attendance_remote_seat"),
            models.Index(fields=["client", "-said_at"], name="attendance_remote_client"),
        ]


class TreatedStates(Record):
    """The states in which a program's clinicians may treat by telehealth, from a day on.

    Two capital letters each, with the source. A change is a new row; without any row the state of
    the client's own site holds.
    """

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    states = ArrayField(models.CharField(max_length=2))
    source = models.CharField(max_length=200)
    starts_on = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["program", "-starts_on"], name="attendance_states_since")]
