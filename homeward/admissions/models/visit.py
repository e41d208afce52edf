"""The appointment for the assessment."""

from django.db import models
from django.db.models import Q

from homeward.admissions.models.inquiry import Inquiry
from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


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
    # Why it is none of the open times that were offered; empty for one of them.
    time_reason = models.CharField(max_length=200, blank=True)
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
