"""The treatment plan: problem, goal, objective, intervention; who signed, reviewed, commented."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.plans.rules.content import NEWEST_FORM


class Plan(ClientRecord):
    """One version of a client's plan; the parts of a signed plan do not change."""

    record_class = RecordClass.ASSESSMENT

    class State(models.TextChoices):
        DRAFT = "draft"
        SIGNED = "signed"
        ACTIVE = "active"
        SUPERSEDED = "superseded"
        CLOSED = "closed"

    class Kind(models.TextChoices):
        INITIAL = "initial"
        FULL = "full"

    class Family(models.TextChoices):
        INVOLVED = "involved"
        LATER = "later"
        DECLINED = "declined"
        NOBODY = "nobody"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.INITIAL)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    strengths = models.TextField(blank=True)
    barriers = models.TextField(blank=True)
    discharge_criteria = models.TextField(blank=True)
    estimated_weeks = models.PositiveSmallIntegerField(default=12)
    medications = models.CharField(max_length=200, blank=True)
    family_wish = models.CharField(max_length=20, choices=Family, blank=True)
    family_involvement = models.CharField(max_length=200, blank=True)
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="amendments")
    amendment_reason = models.CharField(max_length=300, blank=True)
    shared_at = models.DateTimeField(null=True)
    review_due_on = models.DateField(null=True)
    stay_due_on = models.DateField(null=True)
    active_from = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["episode", "number"], name="plans_number_once"),
            models.UniqueConstraint(
                fields=["episode"], condition=Q(state="active"), name="plans_one_active"
            ),
            models.CheckConstraint(
                name="plans_amendment_says_why", condition=Q(amends=None) | ~Q(amendment_reason="")
            ),
        ]


class Problem(ClientRecord):
    """What stands in the way, tied to a dimension and to the need it was found as.

    `need_kind` is a kind of evidence and `need_ref` its row (`core.evidence_links` leads there);
    `need_words` is what was said then. `library_code` names the thread it was begun from.
    """

    record_class = RecordClass.ASSESSMENT

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="problems")
    position = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=200)
    dimension = models.PositiveSmallIntegerField()
    need_kind = models.CharField(max_length=40, blank=True)
    need_ref = models.CharField(max_length=120, blank=True)
    need_words = models.CharField(max_length=200, blank=True)
    library_code = models.CharField(max_length=40, blank=True)


class Goal(ClientRecord):
    """What the client wants, in their words beside the clinical ones."""

    record_class = RecordClass.ASSESSMENT

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="goals")
    position = models.PositiveSmallIntegerField()
    own_words = models.CharField(max_length=200)
    clinical_words = models.CharField(max_length=200, blank=True)


class Objective(ClientRecord):
    """A measurable step: verb, measure, baseline, target date.

    `instrument` is the questionnaire whose score measures it, where one does; `continues` is the
    same step in the version this one was amended from, so that its notes stay with it.
    """

    record_class = RecordClass.ASSESSMENT

    class State(models.TextChoices):
        ACTIVE = "active"
        MET = "met"
        REVISED = "revised"
        DEFERRED = "deferred"
        DISCONTINUED = "discontinued"

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=10)
    statement = models.CharField(max_length=200)
    measure = models.CharField(max_length=200)
    baseline = models.CharField(max_length=120, blank=True)
    instrument = models.CharField(max_length=40, blank=True)
    target_on = models.DateField()
    continues = models.ForeignKey("self", models.PROTECT, null=True, related_name="continued_by")
    state = models.CharField(max_length=20, choices=State, default=State.ACTIVE)
    state_at = models.DateTimeField(null=True)


class Intervention(ClientRecord):
    """What staff do: kind of session, model, how often, how long, and who, by name.

    `times` in `every_weeks` weeks, `minutes` each time, for `weeks` weeks. `modality`, `frequency`
    and `duration` hold the words of plans that were written before these were numbers.
    """

    record_class = RecordClass.ASSESSMENT

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual"
        GROUP = "group"
        FAMILY = "family"
        MEDICAL = "medical"
        EDUCATION = "education"
        SKILLS = "skills"
        EXPERIENTIAL = "experiential"
        MUTUAL_HELP = "mutual_help"
        CASE_MANAGEMENT = "case_management"
        VOCATIONAL = "vocational"

    class Approach(models.TextChoices):
        CBT = "cbt"
        MOTIVATIONAL = "motivational"
        RELAPSE_PREVENTION = "relapse_prevention"
        TWELVE_STEP = "twelve_step"
        SECULAR = "secular"
        CONTINGENCY = "contingency"
        MINDFULNESS = "mindfulness"
        TRAUMA_INFORMED = "trauma_informed"
        FAMILY_THERAPY = "family_therapy"
        EDUCATION = "education"
        MEDICATION = "medication"
        CASE_MANAGEMENT = "case_management"
        SUPPORTIVE = "supportive"

    objective = models.ForeignKey(Objective, models.PROTECT, related_name="interventions")
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    approach = models.CharField(max_length=20, choices=Approach, blank=True)
    times = models.PositiveSmallIntegerField(null=True)
    every_weeks = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    modality = models.CharField(max_length=60, blank=True)
    frequency = models.CharField(max_length=60, blank=True)
    duration = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=200, blank=True)
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="plans_rhythm_is_whole",
                condition=Q(times=None, every_weeks=None)
                | Q(times__gte=1, every_weeks__gte=1, times__lte=14, every_weeks__lte=12),
            )
        ]


class PlanSignature(ClientRecord):
    """Who signed which content of a plan, as what, and when; or the client's refusal.

    `worker` signed it, or for the client's side witnessed it; nobody did where the client signed
    on their own page.
    """

    record_class = RecordClass.ASSESSMENT

    class Meaning(models.TextChoices):
        AUTHOR = "author"
        CLIENT = "client"
        CLIENT_REFUSED = "client_refused"
        COSIGN = "cosign"
        GUARDIAN = "guardian"
        PHYSICIAN = "physician"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signatures")
    meaning = models.CharField(max_length=20, choices=Meaning)
    at = models.DateTimeField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64)
    content_form = models.PositiveSmallIntegerField(default=NEWEST_FORM)
    reason = models.CharField(max_length=200, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["plan", "meaning"], name="plans_signed_once")
        ]


class PlanReview(ClientRecord):
    """Looking at the plan together on its day: where each objective stands, in both views.

    A continued stay says besides why this level goes on. `record` holds the lines the record
    itself gave on that day, each with its source, as the reviewer saw them.
    """

    record_class = RecordClass.ASSESSMENT

    class Kind(models.TextChoices):
        PLAN_REVIEW = "plan_review"
        CONTINUED_STAY = "continued_stay"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.PLAN_REVIEW)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    objective_states = models.JSONField(default=dict)
    client_view = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=600)
    stay_words = models.CharField(max_length=600, blank=True)
    record = models.JSONField(default=list)
    next_due_on = models.DateField()
    stay_next_due_on = models.DateField(null=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="plans_stay_says_why",
                condition=~Q(kind="continued_stay") | ~Q(stay_words=""),
            )
        ]
        indexes = [models.Index(fields=["plan", "at"], name="plans_reviews")]


class PlanComment(ClientRecord):
    """What the client says about a version, word for word, and what staff answer. Never changed.

    `content_hash` is the version of the text they had before them; no worker: the client's own.
    """

    record_class = RecordClass.ASSESSMENT

    class Kind(models.TextChoices):
        FITS = "fits"
        COMMENT = "comment"
        CHANGE = "change"
        ANSWER = "answer"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="comments")
    objective = models.ForeignKey(
        Objective, models.PROTECT, null=True, related_name="plan_comments"
    )
    kind = models.CharField(max_length=20, choices=Kind)
    text = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    answers = models.ForeignKey("self", models.PROTECT, null=True, related_name="answered_by")
    content_hash = models.CharField(max_length=64)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="plans_answers_are_staff",
                condition=Q(kind="answer", worker__isnull=False, answers__isnull=False)
                | (~Q(kind="answer") & Q(worker=None, answers=None)),
            )
        ]
        indexes = [models.Index(fields=["plan", "at"], name="plans_comments")]
