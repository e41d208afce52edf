"""What was promised: each publication of a week, and what each person was told of it."""

from django.db import models

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Publication(Record):
    """One publishing of a week, with the schedule it promised. Never changed.

    Without a draft the week was published as its recurring groups made it: the slots of that
    schedule, and of what is kept beside it, are minutes from midnight.
    """

    week = models.ForeignKey("timetable.Week", models.PROTECT, related_name="publications")
    draft = models.OneToOneField(
        "timetable.WeekDraft", models.PROTECT, null=True, related_name="publication"
    )
    number = models.PositiveIntegerField()
    schedule = models.JSONField()
    fingerprint = models.CharField(max_length=128, blank=True)
    tiers = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(fields=["week", "number"], name="timetable_publication_once")
        ]


class ToldWeek(ClientRecord):
    """The week as one client was promised it, and what changed for them. Never changed.

    `lines` are sessions as they were promised, `changes` those that came, went or have another
    face. Without a change nobody is told; how the others heard is their notice, whose origin is
    `notice_origin`.
    """

    record_class = RecordClass.SCHEDULE

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="told_clients")
    lines = models.JSONField()
    changes = models.JSONField(default=list)
    at = models.DateTimeField()

    @property
    def notice_origin(self) -> str:
        return f"week {self.pk}"

    class Meta(ClientRecord.Meta):
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "client"], name="timetable_told_client_once"
            )
        ]


class ToldWorker(Record):
    """The week as one worker was promised it, and what changed for them. Never changed."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="told_workers")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    lines = models.JSONField()
    changes = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "worker"], name="timetable_told_worker_once"
            )
        ]
