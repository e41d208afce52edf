"""From the first call to the episode of care, the spine every later row hangs on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Inquiry(ProtectedRecord):
    """A call or message from or about somebody who may need care.

    `first_request_at` is the origin of every wait that is measured. The client is opened when
    screening starts.
    """

    record_class = RecordClass.INQUIRIES
    client_path = None

    class State(models.TextChoices):
        INQUIRY = "inquiry"
        CONTACTED = "contacted"
        SCREENED = "screened"
        BENEFITS_VERIFIED = "benefits_verified"
        ASSESSMENT_SCHEDULED = "assessment_scheduled"
        ASSESSED = "assessed"
        PLACED = "placed"
        ADMITTED = "admitted"
        WAIT_LISTED = "wait_listed"
        REFERRED_OUT = "referred_out"
        DECLINED = "declined"
        LOST = "lost"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="inquiries")
    number = models.CharField(max_length=20, unique=True)
    first_request_at = models.DateTimeField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    caller_name = EncryptedTextField(blank=True)
    relation = models.CharField(max_length=40, default="self")
    person_name = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)
    may_call_back = models.BooleanField(default=True)
    may_leave_message = models.BooleanField(default=False)
    message_name = models.CharField(max_length=60, blank=True)
    substances = ArrayField(models.CharField(max_length=40), default=list)
    last_use = models.CharField(max_length=40, blank=True)
    is_pregnant = models.BooleanField(null=True)
    injects = models.BooleanField(null=True)
    suicidal = models.CharField(max_length=20, blank=True)
    withdrawal_risk = models.CharField(max_length=20, blank=True)
    payer = models.ForeignKey("coverage.Payer", models.PROTECT, null=True, related_name="+")
    referral_source = models.CharField(max_length=40, blank=True)
    wanted_track = models.ForeignKey("program.Track", models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True)
    state = models.CharField(max_length=30, choices=State, default=State.INQUIRY)
    appointment_at = models.DateTimeField(null=True)

    class Meta(ProtectedRecord.Meta):
        indexes = [models.Index(fields=["site", "state"], name="admissions_pipeline")]


class InquiryStep(ProtectedRecord):
    """One move of an inquiry: from where to where, by whom, why. Never changed."""

    record_class = RecordClass.INQUIRIES
    client_path = None
    site_path = "inquiry__site"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=30)
    to_state = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)


class AssessmentVisit(ClientRecord):
    """The appointment for the biopsychosocial interview, and what came of it.

    Giving the appointment puts its clinician on the treatment team, which opens the chart to them.
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "worker"

    class State(models.TextChoices):
        PLANNED = "planned"
        KEPT = "kept"
        NO_SHOW = "no_show"
        CANCELLED = "cancelled_client"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="visits")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=75)
    state = models.CharField(max_length=20, choices=State, default=State.PLANNED)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    diagnosis = models.CharField(max_length=20, blank=True)
    criteria_met = models.PositiveSmallIntegerField(null=True)
    summary = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"],
                condition=Q(state="planned"),
                name="admissions_one_planned_visit",
            ),
            models.CheckConstraint(
                name="admissions_criteria_0_to_11",
                condition=Q(criteria_met=None) | Q(criteria_met__lte=11),
            ),
        ]


class Episode(ClientRecord):
    """Care from admission to discharge. At most one open per client and program."""

    record_class = RecordClass.SCHEDULE

    client = models.ForeignKey("people.Client", models.PROTECT, related_name="episodes")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    track = models.ForeignKey("program.Track", models.PROTECT, related_name="+")
    placement = models.ForeignKey("placement.Placement", models.PROTECT, related_name="+")
    inquiry = models.ForeignKey(Inquiry, models.PROTECT, null=True, related_name="episodes")
    admitted_at = models.DateTimeField()
    admitted_on = models.DateField()
    admitted_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    phase = models.ForeignKey("program.Phase", models.PROTECT, related_name="+")
    level_code = models.CharField(max_length=10)
    referral_source = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "program"],
                condition=Q(ended_at=None),
                name="admissions_one_open_episode",
            ),
            models.CheckConstraint(
                name="admissions_episode_runs_forward",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("admitted_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site"], name="admissions_open_episodes", condition=Q(ended_at=None)
            ),
            models.Index(fields=["client", "admitted_on"], name="admissions_client_episodes"),
        ]


class EpisodeStage(ClientRecord):
    """Which phase and level an episode was in from an instant on; append-only."""

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey(Episode, models.PROTECT, related_name="stages")
    phase = models.ForeignKey("program.Phase", models.PROTECT, related_name="+")
    level_code = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=60)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["episode", "starts_at"], name="admissions_stages")]
