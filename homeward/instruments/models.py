"""Answers to questionnaires and the client's own check-ins. Scores are never overwritten."""

import json
from typing import Any

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.core.sealed_mapping import EncryptedMappingField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.program.models import RuleNumber


class Way(models.TextChoices):
    """How the answers came in: on a staff screen, on the client's phone, from paper."""

    STAFF = "staff"
    PORTAL = "portal"
    PAPER = "paper"


class Response(ClientRecord):
    """One save of a questionnaire with its raw answers and its scores.

    A partial save (`is_handed_in` false) is a row too: answers are added to, never overwritten.
    Answers are sealed; scores, results of rules and safety codes are what queries read.
    """

    record_class = RecordClass.ASSESSMENT

    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    scorer_version = models.CharField(max_length=20)
    parameters = models.JSONField(default=dict)
    answers: "models.Field[Any, Any]" = EncryptedMappingField(default=dict)
    scores = models.JSONField(default=dict)
    rules = models.JSONField(default=dict)
    safety = models.JSONField(default=list)
    answered_at = models.DateTimeField()
    answered_by_client = models.BooleanField(default=False)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    moment = models.CharField(max_length=30, blank=True)
    is_handed_in = models.BooleanField(default=True)
    way = models.CharField(max_length=10, choices=Way, default=Way.STAFF)
    is_checked_twice = models.BooleanField(default=False)

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(
                fields=["client", "instrument", "answered_at"], name="instruments_response_course"
            )
        ]


class Sitting(ClientRecord):
    """A questionnaire while it is being answered: one sealed sheet, kept item by item.

    It ends as the response of the same id, and is frozen then. `opened_rules` are the safety rules
    whose duty this sitting has opened; taking an answer back closes none of them.
    """

    record_class = RecordClass.ASSESSMENT

    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    way = models.CharField(max_length=10, choices=Way)
    language = models.CharField(max_length=10, default="en")
    moment = models.CharField(max_length=30, blank=True)
    parameters = models.JSONField(default=dict)
    answers = EncryptedTextField(blank=True)
    opened_rules = models.JSONField(default=list)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "instrument", "way"],
                name="instruments_one_open_sitting",
                condition=Q(ended_at=None),
            )
        ]

    @property
    def sheet(self) -> dict[str, int | float]:
        """The answers so far, ordinals and values by link id."""
        return json.loads(self.answers) if self.answers else {}


class Invitation(ClientRecord):
    """One questionnaire asked of a client at one moment, on their phone; opened once."""

    record_class = RecordClass.ASSESSMENT

    instrument = models.CharField(max_length=40)
    moment = models.CharField(max_length=30)
    occasion = models.CharField(max_length=60)
    due_on = models.DateField()
    ends_on = models.DateField()
    opened_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "instrument", "occasion"], name="instruments_invited_once"
            )
        ]


class ScheduleLine(Record):
    """One line of a program's schedule of questionnaires, in force from a day on.

    It stands for the shipped line of the same moment, form, condition and phase, or adds one; not
    `is_asked` takes the line off. A later line supersedes an earlier one. Never changed.
    """

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    moment = models.CharField(max_length=20)
    instrument = models.CharField(max_length=40)
    condition = models.CharField(max_length=30)
    phase = models.ForeignKey("program.Phase", models.PROTECT, null=True, related_name="+")
    from_month = models.PositiveSmallIntegerField(default=0)
    is_asked = models.BooleanField(default=True)
    tag = models.CharField(max_length=10, choices=RuleNumber.Tag)
    source_title = models.CharField(max_length=200)
    citation = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["program", "starts_on"], name="instruments_schedule_lines")]


class LicensedText(Record):
    """The official wording of one questionnaire that this house may use, with its licence."""

    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    licence = models.CharField(max_length=400)
    body = EncryptedTextField()
    loaded_at = models.DateTimeField()
    loaded_by = models.CharField(max_length=80)

    class Meta:
        indexes = [
            models.Index(
                fields=["instrument", "language", "-loaded_at"], name="instruments_licensed_text"
            )
        ]


class CheckIn(ClientRecord):
    """A client's own half-minute: craving, mood, sleep, use, a word.

    One that a phone kept without a network has the time it was said in `at`, when it came in
    `received_at`, and the phone's key for it.
    """

    record_class = RecordClass.ASSESSMENT

    at = models.DateTimeField()
    on = models.DateField()
    received_at = models.DateTimeField(null=True)
    entry_key = models.UUIDField(null=True, unique=True)
    craving = models.PositiveSmallIntegerField(null=True)
    mood = models.PositiveSmallIntegerField(null=True)
    sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    used = models.BooleanField(null=True)
    in_danger = models.BooleanField(null=True)
    word = EncryptedTextField(blank=True)
    is_shared = models.BooleanField(default=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="instruments_craving_0_to_10", condition=Q(craving=None) | Q(craving__lte=10)
            ),
            models.CheckConstraint(
                name="instruments_mood_0_to_10", condition=Q(mood=None) | Q(mood__lte=10)
            ),
        ]
        indexes = [models.Index(fields=["client", "at"], name="instruments_check_in")]
