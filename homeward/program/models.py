"""What a program is: its places, its phases, its kinds of session, and its dated numbers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.records import Record


class Organisation(Record):
    """The one organisation of this installation."""

    name = models.CharField(max_length=120)
    public_name = models.CharField(max_length=120)
    neutral_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    time_zone = models.CharField(max_length=60)
    week_starts_on = models.PositiveSmallIntegerField(default=0)
    jurisdiction = models.CharField(max_length=20, blank=True)


class Site(Record):
    """One address where clients come."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    time_zone = models.CharField(max_length=60)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    # Two capital letters, as in "IL"; empty where no program file said it.
    state = models.CharField(max_length=2, blank=True)


class Room(Record):
    """A room with the seats it has."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="rooms")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    seats = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "code"], name="program_room_code_once")
        ]


class Program(Record):
    """A program of care: an intensive outpatient program with its phases."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    level_edition = models.CharField(max_length=4, default="3")
    level_code = models.CharField(max_length=10, default="2.1")
    is_telehealth_allowed = models.BooleanField(default=False)
    file_digest = models.CharField(max_length=64, blank=True)


class Phase(Record):
    """A stretch of the program with its own weekly hours; a client moves by staff decision."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="phases")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    color = models.CharField(max_length=20)
    level_code = models.CharField(max_length=10)
    weekly_minutes = models.PositiveIntegerField()
    days_per_week = models.PositiveSmallIntegerField()
    typical_weeks = models.PositiveSmallIntegerField()
    tests_per_month = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="program_phase_code_once"),
            models.UniqueConstraint(
                fields=["program", "position"], name="program_phase_position_once"
            ),
        ]


class Track(Record):
    """A run of the program at one site at one time of day."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="tracks")
    site = models.ForeignKey(Site, models.PROTECT, related_name="tracks")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    day_starts = models.TimeField()
    day_ends = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="program_track_code_once")
        ]


class SessionType(Record):
    """A kind of session and what it counts for. Sizes are clients.

    `minutes` is its whole length; `blocks` are its parts in order, each with a name, minutes and
    whether they are clinical; `clinical_minutes` is the sum of the clinical ones. A leader needs
    one of `credentials` where any is named.
    """

    class Kind(models.TextChoices):
        GROUP = "group"
        EDUCATION = "education"
        EXPERIENTIAL = "experiential"
        SKILLS = "skills"
        INDIVIDUAL = "individual"
        FAMILY = "family"
        MEDICAL = "medical"
        MUTUAL_HELP = "mutual_help"
        MULTI_FAMILY = "multi_family"
        VOCATIONAL = "vocational"

    program = models.ForeignKey(Program, models.PROTECT, related_name="session_types")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=Kind)
    clinical_minutes = models.PositiveSmallIntegerField()
    smallest = models.PositiveSmallIntegerField(default=1)
    largest = models.PositiveSmallIntegerField(default=10)
    is_clinical = models.BooleanField(default=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    blocks = models.JSONField(default=list)
    credentials = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="program_type_code_once")
        ]


class CurriculumTopic(Record):
    """One topic of the rotating curriculum; each stands alone, so anyone may join any week."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="topics")
    code = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    for_types = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="program_topic_code_once")
        ]


class HouseRule(Record):
    """One rule of the program in words a client signs."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="house_rules")
    code = models.CharField(max_length=60)
    text = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "code"], name="program_rule_code_once")
        ]


class RuleNumber(Record):
    """A number that rules use, from a day on, with where it comes from.

    Until somebody with the duty adopts it with its source it shows "not adopted": it warns and
    never blocks care. A new value is a new row.
    """

    class Tag(models.TextChoices):
        LAW = "law"
        STATE = "state"
        PAYER = "payer"
        NORM = "norm"
        DEFAULT = "default"

    program = models.ForeignKey(Program, models.PROTECT, related_name="numbers")
    code = models.CharField(max_length=80)
    value = models.DecimalField(max_digits=12, decimal_places=3)
    unit = models.CharField(max_length=20)
    tag = models.CharField(max_length=10, choices=Tag)
    source_title = models.CharField(max_length=200)
    citation = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    adopted_at = models.DateTimeField(null=True)
    adopted_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "code", "starts_on"], name="program_number_once_a_day"
            ),
            models.CheckConstraint(
                name="program_number_adoption_is_whole",
                condition=Q(adopted_at=None, adopted_by_id=None)
                | Q(adopted_at__isnull=False, adopted_by_id__isnull=False),
            ),
        ]


class Deadline(Record):
    """When a document is due: so many units after a clock starts, for whom, by which source."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="deadlines")
    document = models.CharField(max_length=60)
    applies_to = models.CharField(max_length=60, default="all")
    clock_start = models.CharField(max_length=60)
    limit = models.PositiveIntegerField()
    unit = models.CharField(max_length=20)
    calendar = models.CharField(max_length=20, default="calendar")
    tag = models.CharField(max_length=10, choices=RuleNumber.Tag)
    source_title = models.CharField(max_length=200)
    citation = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    adopted_at = models.DateTimeField(null=True)
    adopted_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "document", "applies_to", "starts_on"],
                name="program_deadline_once",
            )
        ]


class Holiday(Record):
    """A day on which the program is closed."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="holidays")
    on = models.DateField()
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "on"], name="program_holiday_once")
        ]
