"""A seat offered to somebody whose week is short, and how well forecasts were met."""

from django.db import models
from django.db.models import Q

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class MakeUpOffer(ClientRecord):
    """One seat for one time offered to one client. It is answered once; the row stays.

    `told_by` is the channel of the neutral notice that something waits; the offer itself is read
    on the client's own page. `makes_up` names the missed seat where there was one.
    """

    record_class = RecordClass.SCHEDULE

    class Answer(models.TextChoices):
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="+")
    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    makes_up = models.ForeignKey("timetable.Seat", models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    decision = models.JSONField()
    told_by = models.CharField(max_length=10, blank=True)
    notice = models.ForeignKey("notices.Notice", models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seat = models.ForeignKey("timetable.Seat", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "session"],
                condition=Q(answered_at=None),
                name="attendance_offered_once",
            ),
            models.CheckConstraint(
                name="attendance_answer_is_whole",
                condition=Q(answered_at=None, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
            ),
        ]
        indexes = [models.Index(fields=["client", "offered_at"], name="attendance_offers")]


class ForecastMeasure(Record):
    """How well forecasts made beforehand were met at one site, measured on one day.

    `figures` holds counts and shares without persons (`attendance.rules.hit_rate`).
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    measured_on = models.DateField()
    first_on = models.DateField()
    figures = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "measured_on"], name="attendance_measured_once_a_day"
            )
        ]
