"""When a client can come, what binds them, and how they are to be planned; dated, in wall time."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class ClientHours(ClientRecord):
    """One stretch of a usual weekday: an hour the client can come, or one that is bound, and why.

    `words` are the client's own ("court until eleven") and stay with whoever may read the
    schedule. What the assessment told is not copied here: rows exist once somebody said more.
    """

    record_class = RecordClass.SCHEDULE

    class Kind(models.TextChoices):
        FREE = "free"
        BUSY = "busy"

    class Why(models.TextChoices):
        WORK = "work"
        SCHOOL = "school"
        CHILDCARE = "childcare"
        COURT = "court"
        TRANSPORT = "transport"
        OTHER = "other"

    kind = models.CharField(max_length=10, choices=Kind)
    why = models.CharField(max_length=20, choices=Why, blank=True)
    words = EncryptedTextField(blank=True)
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    said_at = models.DateTimeField()
    said_to = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        app_label = "timetable"
        constraints = [
            models.CheckConstraint(
                name="timetable_client_hours_forward", condition=Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(
                name="timetable_client_hours_weekday", condition=Q(weekday__lte=6)
            ),
        ]
        indexes = [models.Index(fields=["client", "starts_on"], name="timetable_client_hours")]


class PlanningTerms(ClientRecord):
    """How a client wants to be planned, from a day on: in person or not, with whom.

    `population` is the kind of group agreed with the client: mixed, women, trauma.
    """

    record_class = RecordClass.SCHEDULE

    class Mode(models.TextChoices):
        IN_PERSON = "in_person"
        TELEHEALTH = "telehealth"
        EITHER = "either"

    class Population(models.TextChoices):
        MIXED = "mixed"
        WOMEN = "women"
        TRAUMA = "trauma"

    mode = models.CharField(max_length=12, choices=Mode, default=Mode.IN_PERSON)
    preferred_mode = models.CharField(max_length=12, choices=Mode, default=Mode.IN_PERSON)
    population = models.CharField(max_length=12, choices=Population, default=Population.MIXED)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    said_at = models.DateTimeField()
    said_to = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ends_on=None), name="timetable_terms_once"
            )
        ]


class NotWith(ClientRecord):
    """A worker and a client who do not meet: related, or for a reason that stays here."""

    record_class = RecordClass.SCHEDULE

    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reason = EncryptedTextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["client", "worker"],
                condition=Q(ends_on=None),
                name="timetable_not_with_once",
            )
        ]
