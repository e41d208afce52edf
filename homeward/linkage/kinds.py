"""The codes this room uses; their words stand in `words`."""

from django.db import models


class NeedKind(models.TextChoices):
    """What people need so that care can work."""

    EMPLOYMENT = "employment"
    LEGAL = "legal"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    BENEFITS = "benefits"
    EDUCATION = "education"
    HEALTH_CARE = "health_care"
    FOOD = "food"
    DOCUMENTS = "documents"


class Severity(models.TextChoices):
    """How much it stands in the way; urgent is today or tomorrow."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    URGENT = "urgent"


class Wants(models.TextChoices):
    """The client's own answer."""

    NOW = "now"
    LATER = "later"
    NO = "no"
    NOT_ASKED = "not_asked"


class Source(models.TextChoices):
    """Where a need is known from."""

    ASSESSMENT = "assessment"
    PHONE = "phone"
    STAFF = "staff"
    SYSTEM = "system"


class Footing(models.TextChoices):
    """On what footing somebody spoke with a place."""

    NOTHING = "nothing"
    SELF = "self"
    TOGETHER = "together"
    CONSENT = "consent"


class Direction(models.TextChoices):
    """Whether the level goes up, down, or stays."""

    UP = "up"
    DOWN = "down"
    ACROSS = "across"


class TransferLevel(models.TextChoices):
    """Where somebody goes, in words of the field; the edition's code stands beside it."""

    DETOX = "detox"
    RESIDENTIAL = "residential"
    PARTIAL_HOSPITAL = "partial_hospital"
    HOSPITAL = "hospital"
    PSYCHIATRIC = "psychiatric"
    INTENSIVE_OUTPATIENT = "intensive_outpatient"
    OUTPATIENT = "outpatient"
    RECOVERY_RESIDENCE = "recovery_residence"
    MEDICATION_PROGRAM = "medication_program"


class Urgency(models.TextChoices):
    """How soon somebody must be there."""

    ROUTINE = "routine"
    SOON = "soon"
    EMERGENCY = "emergency"


class WorkAim(models.TextChoices):
    """What a client wants of work or school."""

    FIND = "find"
    KEEP = "keep"
    TRAIN = "train"
    SCHOOL = "school"
    VOLUNTEER = "volunteer"


class MeetingKind(models.TextChoices):
    """Kinds of mutual-help meeting, none before another: the order is by name."""

    FAITH = "faith"
    OTHER = "other"
    SECULAR = "secular"
    TWELVE_STEP = "twelve_step"


class Milestone(models.TextChoices):
    """What may be celebrated; each is chosen by the client or not at all."""

    DAYS_7 = "days_7"
    DAYS_30 = "days_30"
    DAYS_60 = "days_60"
    DAYS_90 = "days_90"
    DAYS_180 = "days_180"
    YEAR = "year"
    NEW_PHASE = "new_phase"
    COMPLETED = "completed"
    WORK = "work"
    HOME = "home"


class Shown(models.TextChoices):
    """Where a milestone is celebrated."""

    WALL = "wall"
    PHONE = "phone"
