"""Secret addresses from which a calendar program reads one person's own appointments.

Only a keyed digest of the address is kept; it is shown once, when it is made.
"""

from django.db import models
from django.db.models import Q

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class StaffFeed(Record):
    """A colleague's calendar address; one is open at a time."""

    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_read_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(revoked_at=None), name="timetable_staff_feed_once"
            )
        ]


class ClientFeed(ClientRecord):
    """A client's calendar address; one is open at a time."""

    record_class = RecordClass.SCHEDULE

    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_read_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(revoked_at=None), name="timetable_client_feed_once"
            )
        ]


class CalendarPlace(Record):
    """What calendars show as the place of a site; empty shows none."""

    site = models.OneToOneField("program.Site", models.PROTECT, related_name="+")
    words = models.CharField(max_length=80, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"
