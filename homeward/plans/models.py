"""The treatment plan: problem, goal, objective, intervention, and who signed it."""

from django.db import models
from django.db.models import Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


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
    family_involvement = models.CharField(max_length=200, blank=True)
    review_due_on = models.DateField(null=True)
    active_from = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["episode", "number"], name="plans_number_once"),
            models.UniqueConstraint(
                fields=["episode"], condition=Q(state="active"), name="plans_one_active"
            ),
        ]


class Problem(ClientRecord):
    """What stands in the way, tied to a dimension."""

    record_class = RecordClass.ASSESSMENT

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="problems")
    position = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=200)
    dimension = models.PositiveSmallIntegerField()


class Goal(ClientRecord):
    """What the client wants, in their words beside the clinical ones."""

    record_class = RecordClass.ASSESSMENT

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="goals")
    position = models.PositiveSmallIntegerField()
    own_words = models.CharField(max_length=200)
    clinical_words = models.CharField(max_length=200, blank=True)


class Objective(ClientRecord):
    """A measurable step: verb, measure, baseline, target date."""

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
    target_on = models.DateField()
    state = models.CharField(max_length=20, choices=State, default=State.ACTIVE)
    state_at = models.DateTimeField(null=True)


class Intervention(ClientRecord):
    """What staff do: modality, frequency, duration, and who, by name."""

    record_class = RecordClass.ASSESSMENT

    objective = models.ForeignKey(Objective, models.PROTECT, related_name="interventions")
    modality = models.CharField(max_length=60)
    frequency = models.CharField(max_length=60)
    duration = models.CharField(max_length=60)
    text = models.CharField(max_length=200, blank=True)
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")


class PlanSignature(ClientRecord):
    """Who signed which content of a plan, as what, and when; or the client's refusal."""

    record_class = RecordClass.ASSESSMENT

    class Meaning(models.TextChoices):
        AUTHOR = "author"
        CLIENT = "client"
        CLIENT_REFUSED = "client_refused"
        COSIGN = "cosign"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signatures")
    meaning = models.CharField(max_length=20, choices=Meaning)
    at = models.DateTimeField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    credential = models.CharField(max_length=120, blank=True)
    content_hash = models.CharField(max_length=64)
    reason = models.CharField(max_length=200, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["plan", "meaning"], name="plans_signed_once")
        ]


class PlanReview(ClientRecord):
    """Looking at the plan together on its day: where each objective stands, in both views."""

    record_class = RecordClass.ASSESSMENT

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    objective_states = models.JSONField(default=dict)
    client_view = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=600)
    next_due_on = models.DateField()
