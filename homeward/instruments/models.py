"""Answers to questionnaires and the client's own check-ins. Scores are never overwritten."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Response(ClientRecord):
    """One save of a questionnaire with its raw answers and its scores.

    A partial save (`is_handed_in` false) is a row too: answers are added to, never overwritten.
    """

    record_class = RecordClass.ASSESSMENT

    instrument = models.CharField(max_length=40)
    instrument_version = models.CharField(max_length=20)
    scorer_version = models.CharField(max_length=20)
    parameters = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    scores = models.JSONField(default=dict)
    rules = models.JSONField(default=dict)
    safety = models.JSONField(default=list)
    answered_at = models.DateTimeField()
    answered_by_client = models.BooleanField(default=False)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    moment = models.CharField(max_length=30, blank=True)
    is_handed_in = models.BooleanField(default=True)

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(
                fields=["client", "instrument", "answered_at"], name="instruments_response_course"
            )
        ]


class CheckIn(ClientRecord):
    """A client's own half-minute: craving, mood, sleep, use, a word."""

    record_class = RecordClass.ASSESSMENT

    at = models.DateTimeField()
    on = models.DateField()
    craving = models.PositiveSmallIntegerField(null=True)
    mood = models.PositiveSmallIntegerField(null=True)
    sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    used = models.BooleanField(null=True)
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
