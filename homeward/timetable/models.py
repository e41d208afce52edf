"""Groups that recur, the sessions that really happen, and the seats people hold in them.

Double booking is refused by the database: no two live sessions in a room, no worker in two
sessions, no client in two seats at one time, and never more seats than the session has.
"""

from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Stretch(Func):
    """The half-open time range of two columns."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


DURING = Stretch("starts_at", "ends_at", RangeBoundary())


class TherapyGroup(Record):
    """A group that meets every week at the same wall time in the same room.

    One that `is_drafted` was formed by a published draft and lives from the first week it was
    published for until the end of the last.
    """

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="groups")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    track = models.ForeignKey("program.Track", models.PROTECT, null=True, related_name="+")
    session_type = models.ForeignKey("program.SessionType", models.PROTECT, related_name="+")
    cohort = models.CharField(max_length=40, blank=True)
    phases = models.ManyToManyField("program.Phase", related_name="+")
    room = models.ForeignKey("program.Room", models.PROTECT, null=True, related_name="+")
    leader = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    clinical_minutes = models.PositiveSmallIntegerField()
    capacity = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    is_drafted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="timetable_group_runs_forward", condition=Q(ends__gt=F("starts"))
            )
        ]


class GroupMembership(ClientRecord):
    """A client's standing seat in a group, from a day until a day, and why it was given."""

    record_class = RecordClass.SCHEDULE

    group = models.ForeignKey(TherapyGroup, models.PROTECT, related_name="memberships")
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="memberships")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    decision = models.JSONField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["group", "client"],
                condition=Q(ends_on=None),
                name="timetable_one_standing_seat",
            )
        ]


class KeptApart(ClientRecord):
    """Two clients who are never seated together. The reason stays with whoever wrote it down.

    `level` is "group", never in one session, or "site", never on site in the same hours.
    """

    record_class = RecordClass.SCHEDULE

    other = models.ForeignKey("people.Client", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    reason = EncryptedTextField(blank=True)
    level = models.CharField(max_length=10, default="group")
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "other"], condition=Q(ends_on=None), name="timetable_apart_once"
            ),
            models.CheckConstraint(name="timetable_apart_are_two", condition=~Q(client=F("other"))),
        ]


class Week(Record):
    """One program week of one site: planned, then published as a promise."""

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "site", "starts_on"], name="timetable_week_once"
            )
        ]


class SessionQuerySet(models.QuerySet[Any]):
    """Sessions say nothing about clients; queries show those of the sites where one works."""

    def live(self) -> Self:
        return self.filter(cancelled_at=None)


class GroupSession(Record):
    """One meeting on one day: a group's, or an individual or family session booked by itself."""

    group = models.ForeignKey(TherapyGroup, models.PROTECT, null=True, related_name="sessions")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    session_type = models.ForeignKey("program.SessionType", models.PROTECT, related_name="+")
    topic = models.ForeignKey(
        "program.CurriculumTopic", models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=80)
    room = models.ForeignKey("program.Room", models.PROTECT, null=True, related_name="+")
    mode = models.CharField(max_length=12, default="in_person")
    on = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    clinical_minutes = models.PositiveSmallIntegerField()
    capacity = models.PositiveSmallIntegerField()
    cancelled_at = models.DateTimeField(null=True)
    cancelled_reason = models.CharField(max_length=60, blank=True)
    closed_at = models.DateTimeField(null=True)

    seats_taken: int  # where a query counted them, see `queries.session_rows`

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="timetable_session_runs_forward", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.UniqueConstraint(
                fields=["group", "on"],
                condition=Q(cancelled_at=None),
                name="timetable_group_once_a_day",
            ),
            ExclusionConstraint(
                name="timetable_room_is_free",
                expressions=[(DURING, RangeOperators.OVERLAPS), ("room", RangeOperators.EQUAL)],
                condition=Q(cancelled_at=None, room__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["site", "on"], name="timetable_site_day")]


class SessionLeader(Record):
    """Who leads or assists a session; nobody leads two at once."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="leaders")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="led_sessions")
    is_assistant = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_released = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "worker"], name="timetable_leader_once"),
            ExclusionConstraint(
                name="timetable_worker_is_free",
                expressions=[(DURING, RangeOperators.OVERLAPS), ("worker", RangeOperators.EQUAL)],
                condition=Q(is_released=False),
            ),
        ]
        indexes = [
            models.Index(fields=["worker", "starts_at"], name="timetable_worker_day"),
            # Whom somebody leads around now: of years of sessions, few end in the future.
            models.Index(
                fields=["worker", "ends_at"],
                name="timetable_worker_ahead",
                condition=Q(is_released=False),
            ),
        ]


class Seat(ClientRecord):
    """A client's place in one session. A released seat keeps its row and gives its number back.

    `starts_at`, `ends_at` and `capacity` repeat the session's and are held equal by a composite
    foreign key; that is how the database itself refuses the eleventh seat and the double booking.
    """

    record_class = RecordClass.SCHEDULE

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="seats")
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    capacity = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=20, default="group")
    makes_up = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_reason = models.CharField(max_length=60, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                condition=Q(released_at=None),
                name="timetable_seat_number_once",
            ),
            models.UniqueConstraint(
                fields=["session", "client"],
                condition=Q(released_at=None),
                name="timetable_one_seat_each",
            ),
            models.UniqueConstraint(
                fields=["makes_up"],
                condition=Q(released_at=None),
                name="timetable_made_up_once",
            ),
            models.CheckConstraint(
                name="timetable_seat_within_capacity",
                condition=Q(number__gte=1, number__lte=F("capacity")),
            ),
            ExclusionConstraint(
                name="timetable_client_is_free",
                expressions=[(DURING, RangeOperators.OVERLAPS), ("client", RangeOperators.EQUAL)],
                condition=Q(released_at=None),
            ),
        ]
        indexes = [models.Index(fields=["client", "starts_at"], name="timetable_client_day")]


# The rows around the week stand in files of their own; here they become known to the app.
from homeward.timetable import (  # noqa: E402, F401
    calendars,
    capacity,
    drafts,
    publications,
    questions,
    roster,
    standing_in,
    windows,
)
