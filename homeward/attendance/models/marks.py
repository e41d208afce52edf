"""Attendance is intervals: in, out, back. Minutes are computed, never typed."""

from django.db import models
from django.db.models import F, Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class AttendanceMark(ClientRecord):
    """What became of one seat, with the minutes credited and the decision that credited them.

    `marked_at` and `marked_by` are the true time and author; nobody stands there when the client
    checked in at a device. What reached the record later (from a sheet, or from a device that had
    no network) says so in `source`, with when and by whom it was entered.
    """

    record_class = RecordClass.SCHEDULE

    class State(models.TextChoices):
        PRESENT = "present"
        LATE = "late"
        LEFT_EARLY = "left_early"
        LATE_AND_LEFT_EARLY = "late_and_left_early"
        EXCUSED = "excused"
        NO_SHOW = "no_show"
        CANCELLED_CLIENT = "cancelled_client"
        CANCELLED_PROGRAM = "cancelled_program"
        MAKEUP = "makeup"
        VIRTUAL_PRESENT = "virtual_present"
        REMOVED = "removed"

    class Source(models.TextChoices):
        ROOM = "room"
        KIOSK = "kiosk"
        PHONE = "phone"
        SHEET = "sheet"
        OFFLINE = "offline"

    seat = models.OneToOneField("timetable.Seat", models.PROTECT, related_name="mark")
    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="attendance")
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="attendance")
    on = models.DateField()
    state = models.CharField(max_length=30, choices=State)
    reason = models.CharField(max_length=60, blank=True)
    credited_minutes = models.PositiveSmallIntegerField(default=0)
    decision = models.JSONField(null=True)
    source = models.CharField(
        max_length=10, choices=Source, default=Source.ROOM, db_default=Source.ROOM
    )
    marked_at = models.DateTimeField()
    marked_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="attendance_somebody_marked",
                condition=Q(marked_by__isnull=False) | Q(source__in=["kiosk", "phone"]),
            ),
        ]
        indexes = [
            models.Index(fields=["client", "on"], name="attendance_client_day"),
            models.Index(fields=["session"], name="attendance_session"),
            models.Index(fields=["site", "on"], name="attendance_site_day"),
        ]


class Punch(ClientRecord):
    """One stay in the room; `out_at` empty while the person is still there."""

    record_class = RecordClass.SCHEDULE

    mark = models.ForeignKey(AttendanceMark, models.PROTECT, related_name="punches")
    in_at = models.DateTimeField()
    out_at = models.DateTimeField(null=True)
    is_telehealth = models.BooleanField(default=False)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="attendance_punch_runs_forward",
                condition=Q(out_at=None) | Q(out_at__gte=F("in_at")),
            ),
            models.UniqueConstraint(
                fields=["mark"], condition=Q(out_at=None), name="attendance_one_open_punch"
            ),
        ]
