"""The week somebody made, the days that differ, their own list, their plan, the days they told.

A day belongs to the client. Staff read it through `queries` alone, which look at what is shared at
that instant.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.sealed_mapping import EncryptedMappingField
from homeward.dayplans.kinds import LineKind, Meetings, Origin, Share, ThingKind
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class DayRecord(ClientRecord):
    """A row of somebody's day. `written_by` is who of staff wrote it together with them, if any."""

    record_class = RecordClass.LINKAGE
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    class Meta(ClientRecord.Meta):
        abstract = True


class DayPlan(DayRecord):
    """What somebody shows of their day, and which meetings are offered. One for each client."""

    shared = models.CharField(max_length=10, choices=Share, default=Share.NOTHING)
    meetings = models.CharField(max_length=10, choices=Meetings, default=Meetings.ANY)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(DayRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client"], name="dayplans_one_plan_a_client")
        ]


class WeekLine(DayRecord):
    """A line of the week in wall time, Monday 0; over midnight where it ends before it begins.

    It stands from a day on, and until before another once it was ended.
    """

    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    kind = models.CharField(max_length=12, choices=LineKind)
    label = EncryptedTextField(blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(DayRecord.Meta):
        constraints = [
            models.CheckConstraint(name="dayplans_a_weekday", condition=Q(weekday__lte=6)),
            models.CheckConstraint(name="dayplans_line_has_length", condition=~Q(starts=F("ends"))),
            models.CheckConstraint(
                name="dayplans_line_ends_after",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
        ]
        indexes = [models.Index(fields=["client", "weekday"], name="dayplans_week")]


class LineOff(DayRecord):
    """A line of the week that does not stand on one day."""

    line = models.ForeignKey(WeekLine, models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(DayRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["line", "on"], name="dayplans_off_once"),
        ]
        indexes = [models.Index(fields=["client", "on"], name="dayplans_off")]


class OwnThing(DayRecord):
    """Something that does somebody good, or somebody to call, on their own list.

    `minutes` is how long it takes; a person is called between two wall times.
    """

    kind = models.CharField(max_length=10, choices=ThingKind)
    label = EncryptedTextField()
    phone = EncryptedTextField(blank=True)
    minutes = models.PositiveSmallIntegerField(default=60)
    call_from = models.TimeField(null=True)
    call_until = models.TimeField(null=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.OWN)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(DayRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="dayplans_minutes_of_a_day", condition=Q(minutes__gte=5, minutes__lte=600)
            )
        ]
        indexes = [
            models.Index(fields=["client"], name="dayplans_list", condition=Q(withdrawn_at=None))
        ]


class DayThing(DayRecord):
    """Something that stands on one day alone: written, or chosen for an empty hour."""

    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    kind = models.CharField(max_length=12, choices=LineKind)
    label = EncryptedTextField(blank=True)
    thing = models.ForeignKey(OwnThing, models.PROTECT, null=True, related_name="+")
    service = models.ForeignKey("directory.Service", models.PROTECT, null=True, related_name="+")
    fills = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(DayRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="dayplans_thing_has_length", condition=~Q(starts=F("ends"))
            ),
        ]
        indexes = [models.Index(fields=["client", "on"], name="dayplans_days")]


class PreventionPlan(ClientRecord):
    """One version of the plan against going back to use, in somebody's own words.

    Frozen from the press that made it theirs; the version before is kept.
    """

    record_class = RecordClass.ASSESSMENT
    minimal_fields = ("client", "site", "number", "state", "version")

    class State(models.TextChoices):
        DRAFT = "draft"
        ACTIVE = "active"
        SUPERSEDED = "superseded"

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    parts = EncryptedMappingField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_name = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    superseded_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client", "number"], name="dayplans_version_once"),
            models.UniqueConstraint(
                fields=["client"], condition=Q(state="draft"), name="dayplans_one_draft"
            ),
            models.UniqueConstraint(
                fields=["client"], condition=Q(state="active"), name="dayplans_one_in_force"
            ),
            models.CheckConstraint(
                name="dayplans_in_force_is_signed",
                condition=Q(state="draft", signed_at=None)
                | (~Q(state="draft") & Q(signed_at__isnull=False) & ~Q(content_hash="")),
            ),
        ]


class UseDay(ClientRecord):
    """What somebody said about one day: use, none, or taken back (None). The newest word holds."""

    record_class = RecordClass.ASSESSMENT
    minimal_fields = ("client", "site", "version")

    on = models.DateField()
    used = models.BooleanField(null=True)
    said_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "on"], name="dayplans_told_days")]
