"""Signals that somebody may be leaving, each answer to them, what was told, and who reaches out."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class RiskSignal(ClientRecord):
    """One rule that was met, with the facts it stands on. At most one open of a kind an episode.

    `trigger` names the fact that brought it about: the same fact never raises it twice. `decision`
    is the rule's answer of `looked_on`, the last day it was looked at.
    """

    record_class = RecordClass.ASSESSMENT

    class State(models.TextChoices):
        OPEN = "open"
        ACKNOWLEDGED = "acknowledged"
        ACTED = "acted"
        PASSED = "passed"
        WITHDRAWN = "withdrawn"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="risk_signals")
    code = models.CharField(max_length=40)
    trigger = models.CharField(max_length=90)
    decision = models.JSONField()
    rule_set = models.CharField(max_length=20)
    rule_version = models.CharField(max_length=10)
    raised_at = models.DateTimeField()
    looked_on = models.DateField()
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=40, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "code"],
                condition=Q(closed_at=None),
                name="retention_one_open_signal",
            ),
            models.UniqueConstraint(
                fields=["episode", "code", "trigger"], name="retention_raised_once"
            ),
            models.CheckConstraint(
                name="retention_closed_is_answered",
                condition=Q(closed_at=None, state__in=["open", "acknowledged"])
                | Q(closed_at__isnull=False, state__in=["acted", "passed", "withdrawn"]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "due_at"], name="retention_open", condition=Q(closed_at=None)
            ),
            models.Index(fields=["client", "raised_at"], name="retention_of_client"),
        ]


class SignalStep(ClientRecord):
    """What was done about a signal: which step, when, and by whom. Never changed.

    Nobody stands beside what the rules did by themselves.
    """

    record_class = RecordClass.ASSESSMENT

    class Step(models.TextChoices):
        RAISED = "raised"
        RENEWED = "renewed"
        ACKNOWLEDGED = "acknowledged"
        HANDED_ON = "handed_on"
        ACTED = "acted"
        PASSED = "passed"
        WITHDRAWN = "withdrawn"

    signal = models.ForeignKey(RiskSignal, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20, choices=Step)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=40, blank=True)
    note = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["signal", "at"], name="retention_steps")]


class LifeChange(ClientRecord):
    """Housing or work that was lost during care, as somebody of the team heard of it."""

    record_class = RecordClass.ASSESSMENT

    class Kind(models.TextChoices):
        HOUSING_LOST = "housing_lost"
        JOB_LOST = "job_lost"

    kind = models.CharField(max_length=20, choices=Kind)
    on = models.DateField()
    told_at = models.DateTimeField()
    told_to = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    note = EncryptedTextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(
                fields=["client", "on"], name="retention_changes", condition=Q(withdrawn_at=None)
            )
        ]


class OwnDate(ClientRecord):
    """A day that is hard for somebody, as they said it; it comes back every year unless it is one.

    `year` is set for a day that comes once, a court date for instance. What day it is stands
    sealed. They may take it back at any time.
    """

    record_class = RecordClass.ASSESSMENT

    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(null=True)
    what = EncryptedTextField()
    said_at = models.DateTimeField()
    said_to = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="retention_a_day_of_the_year",
                condition=Q(month__gte=1, month__lte=12, day__gte=1, day__lte=31),
            )
        ]
        indexes = [
            models.Index(
                fields=["client"], name="retention_own_dates", condition=Q(withdrawn_at=None)
            )
        ]


class OutreachRung(ClientRecord):
    """One rung of the ladder after somebody did not come: whose it is, by when, by which ways.

    `mark` is the first missed session since they were last in contact. A rung is taken once, or
    ends without being taken because they were in contact, or because a fact stops all outreach.
    """

    record_class = RecordClass.SCHEDULE

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"
        STOPPED = "stopped"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="+")
    mark = models.ForeignKey("attendance.AttendanceMark", models.PROTECT, related_name="+")
    step = models.CharField(max_length=30)
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decision = models.JSONField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    stopped_by = models.CharField(max_length=30, blank=True)
    attempt = models.ForeignKey(
        "progress.OutreachAttempt", models.PROTECT, null=True, related_name="+"
    )

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["mark", "step"], name="retention_rung_once"),
            models.CheckConstraint(
                name="retention_rung_ends_whole",
                condition=Q(state="open", closed_at=None)
                | Q(state="done", closed_at__isnull=False, closed_by__isnull=False)
                | (Q(state="stopped", closed_at__isnull=False) & ~Q(stopped_by="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="retention_rungs", condition=Q(state="open")
            ),
            models.Index(fields=["client", "opened_at"], name="retention_rungs_of_client"),
        ]
