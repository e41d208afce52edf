"""What stands around a level-of-care review: the client's view, what the team learned, what
followed, a payer's no, and calls with a payer's reviewer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.progress.rules.causes import TOLD
from homeward.progress.rules.payer_clocks import STEPS


class ClientView(ClientRecord):
    """How a client sees their own care, asked before the week's review; one a week, never changed
    after the team has read it in a decision."""

    record_class = RecordClass.ASSESSMENT

    class Wish(models.TextChoices):
        MORE = "more"
        SAME = "same"
        LESS = "less"
        UNSURE = "unsure"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="views")
    week_of = models.DateField()
    at = models.DateTimeField()
    wish = models.CharField(max_length=10, choices=Wish)
    words = EncryptedTextField(blank=True)
    hard = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        app_label = "progress"
        constraints = [
            models.UniqueConstraint(fields=["episode", "week_of"], name="progress_view_once")
        ]


class CourseEvent(ClientRecord):
    """Something outside the questionnaires that calls for a review, as the team learned it."""

    record_class = RecordClass.ASSESSMENT

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="course_events")
    code = models.CharField(max_length=30, choices=[(code, code) for code in TOLD])
    happened_on = models.DateField()
    told_at = models.DateTimeField()
    told_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    words = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        app_label = "progress"
        indexes = [models.Index(fields=["client", "happened_on"], name="progress_course_events")]


class ReviewEffect(ClientRecord):
    """One thing that followed from a decision by itself: what it was, and what became of it."""

    record_class = RecordClass.ASSESSMENT

    class State(models.TextChoices):
        DONE = "done"
        OPENED = "opened"
        NOTHING = "nothing"
        STUCK = "stuck"

    review = models.ForeignKey("progress.LevelReview", models.PROTECT, related_name="effects")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=State)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        app_label = "progress"
        constraints = [
            models.UniqueConstraint(fields=["review", "code"], name="progress_effect_once")
        ]


class LevelDenial(ClientRecord):
    """A payer's no to the level the team recommended. It changes the level provided alone.

    The recommendation stands in the signed review. Clocks are instants by the payer's numbers of
    that day; `provided_level` is empty until the team says at which level care goes on.
    """

    record_class = RecordClass.ASSESSMENT

    class State(models.TextChoices):
        OPEN = "open"
        OVERTURNED = "overturned"
        UPHELD = "upheld"
        ACCEPTED = "accepted"

    review = models.ForeignKey(
        "progress.LevelReview", models.PROTECT, null=True, related_name="denials"
    )
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="denials")
    authorization = models.OneToOneField(
        "coverage.Authorization", models.PROTECT, related_name="level_denial"
    )
    denied_at = models.DateTimeField()
    payer_name = models.CharField(max_length=120)
    recommended_level = models.CharField(max_length=10)
    provided_level = models.CharField(max_length=10, blank=True)
    provided_at = models.DateTimeField(null=True)
    provided_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    provided_why = models.CharField(max_length=300, blank=True)
    clocks = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)

    class Meta(ClientRecord.Meta):
        app_label = "progress"
        indexes = [
            models.Index(fields=["site"], name="progress_open_denials", condition=Q(state="open"))
        ]


class DenialStep(ClientRecord):
    """One step against a payer's no: a talk among physicians, an appeal, an outside review."""

    record_class = RecordClass.ASSESSMENT

    denial = models.ForeignKey(LevelDenial, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20, choices=[(code, code) for code in STEPS])
    outcome = models.CharField(max_length=20)
    with_whom = models.CharField(max_length=120, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    words = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        app_label = "progress"


class ReviewerCall(ClientRecord):
    """One call with a payer's reviewer: who it was, what was told by which consent, the answer."""

    record_class = RecordClass.ASSESSMENT

    class Outcome(models.TextChoices):
        APPROVED = "approved"
        PARTIAL = "partial"
        PENDED = "pended"
        DENIED = "denied"
        PEER_TO_PEER = "peer_to_peer"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="payer_calls")
    payer = models.ForeignKey("coverage.Payer", models.PROTECT, related_name="+")
    disclosure = models.ForeignKey("consents.Disclosure", models.PROTECT, related_name="+")
    authorization = models.ForeignKey(
        "coverage.Authorization", models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reviewer = models.CharField(max_length=120)
    reference = models.CharField(max_length=60)
    outcome = models.CharField(max_length=14, choices=Outcome)
    units = models.PositiveIntegerField(null=True)
    starts_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    told = ArrayField(models.CharField(max_length=40), default=list)

    class Meta(ClientRecord.Meta):
        app_label = "progress"
        indexes = [models.Index(fields=["client", "at"], name="progress_payer_calls")]
