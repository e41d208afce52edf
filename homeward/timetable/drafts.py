"""A week being drafted: what it was planned from, what was planned, and every move since.

The instance names people by opaque ids alone. Moves are events: what stands is the solver's
schedule with every move that was not undone.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.records import Record


class WeekDraft(Record):
    """One draft of one week; at most one is open for a week.

    `base` is the schedule as planned, `schedule` as it stands after the moves up to number
    `head`. `seconds` are what planning may take; it ends earlier when nothing is left to gain.
    """

    class State(models.TextChoices):
        PLANNING = "planning"
        READY = "ready"
        CANCELLED = "cancelled"
        FAILED = "failed"
        DISCARDED = "discarded"
        PUBLISHED = "published"

    OPEN = (State.PLANNING, State.READY)

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    starts_on = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.PLANNING)
    instance = models.JSONField()
    needs = models.JSONField(default=dict)
    base = models.JSONField(null=True)
    schedule = models.JSONField(null=True)
    head = models.PositiveIntegerField(default=0)
    effort = models.CharField(max_length=20)
    seconds = models.PositiveIntegerField()
    seed = models.PositiveIntegerField(default=0)
    tiers = models.JSONField(default=dict)
    bounds = models.JSONField(default=dict)
    trace = models.JSONField(default=list)
    status = models.CharField(max_length=30, blank=True)
    fingerprint = models.CharField(max_length=128, blank=True)
    deadline_fired = models.BooleanField(default=False)
    reason = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    cancel_asked_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(
                fields=["program", "site", "starts_on"],
                condition=Q(state__in=("planning", "ready")),
                name="timetable_one_open_draft",
            )
        ]
        indexes = [models.Index(fields=["site", "starts_on"], name="timetable_drafts_of_week")]


class PlanningStep(Record):
    """How far planning was at one moment. Never changed."""

    draft = models.ForeignKey(WeekDraft, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    stage = models.CharField(max_length=40)
    seconds = models.FloatField()
    tiers = models.JSONField(default=dict)
    bounds = models.JSONField(default=dict)
    unplaced = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="timetable_step_once")
        ]


class DraftMove(Record):
    """One move of a draft, or the undoing of one. Never changed.

    `touched` are the people, rooms and groups it concerns, as `kind:id`; two moves without a
    common one do not meet. `tiers` are the costs after it.
    """

    draft = models.ForeignKey(WeekDraft, models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=30)
    body = models.JSONField()
    touched = ArrayField(models.CharField(max_length=80), default=list)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    rebased = models.BooleanField(default=False)
    tiers = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="timetable_move_once")
        ]
