"""Watching over: outreach, level-of-care reviews, discharge, and what follows."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.progress.administrative import AdministrativeCase, DischargeAmendment
from homeward.progress.review_records import (
    ClientView,
    CourseEvent,
    DenialStep,
    LevelDenial,
    ReviewEffect,
    ReviewerCall,
)

__all__ = [
    "AdministrativeCase",
    "Appointment",
    "ClientView",
    "CourseEvent",
    "DenialStep",
    "Discharge",
    "DischargeAmendment",
    "FollowUp",
    "LevelDenial",
    "LevelReview",
    "OutreachAttempt",
    "ReviewEffect",
    "ReviewerCall",
]


class LevelReview(ClientRecord):
    """One weekly review of one episode: what the rules suggest, and what the team decided."""

    record_class = RecordClass.ASSESSMENT

    class Outcome(models.TextChoices):
        STAY = "stay"
        STEP_DOWN = "step_down"
        STEP_UP = "step_up"
        DISCHARGE = "discharge"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="reviews")
    week_of = models.DateField()
    opened_at = models.DateTimeField()
    opened_because = models.CharField(max_length=60, default="weekly")
    suggestion = models.JSONField()
    suggested = models.CharField(max_length=20, choices=Outcome)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    grounds = ArrayField(models.CharField(max_length=40), default=list)
    reason = models.CharField(max_length=300, blank=True)
    has_prevention_plan = models.BooleanField(default=False)
    client_view = models.CharField(max_length=300, blank=True)
    to_phase = models.ForeignKey("program.Phase", models.PROTECT, null=True, related_name="+")
    receiving_program = models.CharField(max_length=120, blank=True)
    first_appointment_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    # What was known when the suggestion was made, so that any rule set can be run on it again.
    facts = models.JSONField(default=dict)
    held_by = models.DateTimeField(null=True)
    # Who sat there: [{"worker", "name", "credential"}] as they stood on the day.
    participants = models.JSONField(default=list)
    ratings = models.JSONField(default=dict)
    are_ratings_new = models.BooleanField(default=False)
    recommended_level = models.CharField(max_length=10, blank=True)
    provided_level = models.CharField(max_length=10, blank=True)
    level_reason = models.CharField(max_length=30, blank=True)
    # Answers of payers that were kept from the table while it decided, by id.
    sealed_answers = models.JSONField(default=list)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "week_of"],
                condition=Q(opened_because="weekly"),
                name="progress_weekly_review_once",
            ),
            # One that waits takes in what else happens; a decided one does not.
            models.UniqueConstraint(
                fields=["episode", "week_of", "opened_because"],
                condition=Q(outcome=""),
                name="progress_open_review_once",
            ),
            models.CheckConstraint(
                name="progress_review_decision_is_whole",
                condition=Q(decided_at=None, outcome="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(outcome="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "week_of"], name="progress_open_reviews", condition=Q(outcome="")
            )
        ]


class OutreachAttempt(ClientRecord):
    """One try to reach somebody who did not come."""

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="outreach")
    missed_session = models.ForeignKey(
        "timetable.GroupSession", models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    channel = models.CharField(max_length=20)
    outcome = models.CharField(max_length=40)
    step = models.CharField(max_length=30, blank=True)
    note = EncryptedTextField(blank=True)


class Discharge(ClientRecord):
    """The end of an episode. The last contact and the discharge are two different days.

    Who returns into the same episode may end it once more: `number` counts its ends.
    `team_decided_on` is the day of the team's decision about somebody whom nobody reached.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    class Type(models.TextChoices):
        COMPLETED = "completed"
        LEFT_AGAINST_ADVICE = "left_against_advice"
        LOST_TO_CONTACT = "lost_to_contact"
        ADMINISTRATIVE = "administrative"
        TRANSFERRED = "transferred"
        INCARCERATED = "incarcerated"
        DECEASED = "deceased"
        OTHER = "other"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="discharges")
    number = models.PositiveSmallIntegerField(default=1)
    type = models.CharField(max_length=30, choices=Type)
    teds_reason = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300, blank=True)
    last_contact_on = models.DateField()
    team_decided_on = models.DateField(null=True)
    discharged_at = models.DateTimeField()
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    narrative = EncryptedTextField(blank=True)
    summary = models.JSONField(default=dict)
    naloxone = models.CharField(max_length=20, blank=True)
    contact_consent = models.BooleanField(default=False)
    content_hash = models.CharField(max_length=64)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "number"], name="progress_discharge_number_once"
            )
        ]


class Appointment(ClientRecord):
    """An appointment in continuing care: booked means with whom, when, and who confirmed it.

    `kept` is unknown until somebody says so; `confirmed_by` is who at the place said yes.
    """

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="appointments")
    at = models.DateTimeField()
    with_whom = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=40)
    confirmed_by = models.CharField(max_length=120, blank=True)
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    kept = models.BooleanField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    told_by = models.CharField(max_length=20, blank=True)


class FollowUp(ClientRecord):
    """A check-up after discharge, kept or missed; missing stays missing.

    Who came back ends the ones to come as `returned`; the next discharge plans them anew.
    """

    record_class = RecordClass.ASSESSMENT

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=30, blank=True)
    answers = models.JSONField(default=dict)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "months"],
                condition=~Q(outcome="returned"),
                name="progress_follow_up_planned_once",
            )
        ]
