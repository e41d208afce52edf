"""What happened, what was answered, what the client says to it, and the appeal."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class ConductEvent(ClientRecord):
    """Something that happened and is answered. Never changed."""

    record_class = RecordClass.NOTES
    author_path = "by"

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=30)
    at = models.DateTimeField()
    words = EncryptedTextField()
    rule_code = models.CharField(max_length=41, blank=True)
    edition = models.ForeignKey("RulesEdition", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="conduct_event_client")]


class ResponseStep(ClientRecord):
    """One answer to one event: a rung of the ladder or a step of care. Never changed.

    `others` are the workers who were in it beside `by`; `review_on` is the day on which it is
    looked at together; `decision` is the rule's answer with every line.
    """

    record_class = RecordClass.ASSESSMENT

    event = models.ForeignKey(ConductEvent, models.PROTECT, related_name="steps")
    rung = models.CharField(max_length=30)
    at = models.DateTimeField()
    words = EncryptedTextField()
    consequence = EncryptedTextField(blank=True)
    safety_ground = EncryptedTextField(blank=True)
    review_on = models.DateField(null=True)
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    others = ArrayField(models.UUIDField(), default=list)
    decision = models.JSONField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="conduct_step_client")]


class ClientReply(ClientRecord):
    """What the client says to a step or a note, in their own words. Never changed.

    `stance` "asked" means that they were asked and did not want to answer; `by` is whoever wrote
    it down for them, empty when they did it themselves.
    """

    record_class = RecordClass.ASSESSMENT

    class Stance(models.TextChoices):
        AGREES = "agrees"
        PARTLY = "partly"
        DISAGREES = "disagrees"
        ASKED = "asked"

    step = models.ForeignKey(ResponseStep, models.PROTECT, null=True, related_name="replies")
    note = models.ForeignKey("ConductNote", models.PROTECT, null=True, related_name="replies")
    stance = models.CharField(max_length=10, choices=Stance)
    words = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_reply_to_one",
                condition=Q(step=None, note__isnull=False) | Q(step__isnull=False, note=None),
            )
        ]


class Appeal(ClientRecord):
    """The client asks that a step be looked at again; heard by somebody who did not decide.

    `told` is what the step says, put down at filing, so that whoever hears it need open no chart.
    """

    record_class = RecordClass.CONSENTS

    class Outcome(models.TextChoices):
        STANDS = "stands"
        CHANGED = "changed"
        SET_ASIDE = "set_aside"

    step = models.OneToOneField(ResponseStep, models.PROTECT, related_name="appeal")
    told = EncryptedTextField()
    words = EncryptedTextField()
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    answer_by = models.DateField()
    heard_at = models.DateTimeField(null=True)
    heard_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    answer = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_appeal_heard_whole",
                condition=Q(heard_at=None, heard_by=None, outcome="")
                | (Q(heard_at__isnull=False, heard_by__isnull=False) & ~Q(outcome="")),
            )
        ]
