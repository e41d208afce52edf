"""One incident: when, where, what, how serious, what was done, its clocks, its cause, its end."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class Incident(ProtectedRecord):
    """Who was in it stands as codes in rows beside; free text is sealed. Frozen once closed.

    `origin` names what opened it, so that the same cause never opens two. `known_at` is when
    somebody here knew, and where its clocks begin. Of a privacy breach: how many people it
    concerns, the most of them in one state, or why it is none after all.
    """

    record_class = RecordClass.INCIDENTS
    client_path = None
    author_path = "opened_by"
    minimal_fields = ("site", "number", "opened_at", "closed_at", "version")

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=30)
    severity = models.PositiveSmallIntegerField()
    occurred_at = models.DateTimeField()
    known_at = models.DateTimeField()
    place = models.CharField(max_length=80, blank=True)
    what = EncryptedTextField(blank=True)
    immediate_action = EncryptedTextField(blank=True)
    origin = models.CharField(max_length=120, unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    timers = models.JSONField(default=dict)
    internal_due_at = models.DateTimeField()
    state_due_at = models.DateTimeField(null=True)
    root_cause_due_at = models.DateTimeField(null=True)
    internal_at = models.DateTimeField(null=True)
    state_at = models.DateTimeField(null=True)
    root_cause_at = models.DateTimeField(null=True)
    people_due_at = models.DateTimeField(null=True)
    people_told_at = models.DateTimeField(null=True)
    hhs_due_at = models.DateTimeField(null=True)
    hhs_told_at = models.DateTimeField(null=True)
    media_due_at = models.DateTimeField(null=True)
    media_told_at = models.DateTimeField(null=True)
    breach_people = models.PositiveIntegerField(null=True)
    breach_in_one_state = models.PositiveIntegerField(null=True)
    breach_ruled_out_because = EncryptedTextField(blank=True)
    cause = models.CharField(max_length=30, blank=True)
    root_cause = EncryptedTextField(blank=True)
    lessons = EncryptedTextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="incidents_closing_is_whole",
                condition=Q(closed_at=None, closed_by=None)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(cause="")),
            ),
            models.CheckConstraint(
                name="incidents_severity_in_range",
                condition=Q(severity__gte=1, severity__lte=4),
            ),
        ]
        indexes = [
            models.Index(fields=["site", "-occurred_at"], name="incidents_by_site"),
            models.Index(
                fields=["internal_due_at"], name="incidents_open", condition=Q(closed_at=None)
            ),
        ]
