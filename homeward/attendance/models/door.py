"""The door: devices that take a personal code, the codes, and who said that they are here."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Kiosk(Record):
    """A device that stands at a site's door and reaches nothing but the check-in.

    Its secret lies in the device's cookie; only a digest is kept here.
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class ArrivalCode(ClientRecord):
    """The number with which one client says "I am here". It opens nothing and shows nothing.

    Sealed, so that the client can be told it again; `digest` finds it at its site.
    """

    record_class = RecordClass.SCHEDULE

    code = EncryptedTextField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ended_at=None), name="attendance_one_code"
            ),
            models.UniqueConstraint(
                fields=["digest"], condition=Q(ended_at=None), name="attendance_code_is_one_persons"
            ),
        ]


class Arrival(ClientRecord):
    """Somebody said at the door that they are here, and what followed.

    Who could not be let in by the device alone (too late, nothing planned) waits here until
    staff have seen it.
    """

    record_class = RecordClass.SCHEDULE

    class By(models.TextChoices):
        KIOSK = "kiosk"
        PHONE = "phone"

    class Outcome(models.TextChoices):
        LET_IN = "let_in"
        HERE_BEFORE = "here_before"
        ASK_COUNSELOR = "ask_counselor"
        NOTHING_PLANNED = "nothing_planned"

    seat = models.ForeignKey("timetable.Seat", models.PROTECT, null=True, related_name="arrivals")
    kiosk = models.ForeignKey(Kiosk, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=10, choices=By)
    outcome = models.CharField(max_length=20, choices=Outcome)
    decision = models.JSONField(null=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(
                fields=["site", "at"],
                name="attendance_door_waits",
                condition=Q(seen_at=None, outcome__in=["ask_counselor", "nothing_planned"]),
            )
        ]
