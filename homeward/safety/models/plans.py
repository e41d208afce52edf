"""A client's safety plan, version by version, and the agreement under each."""

from django.db import models
from django.db.models import Q

from homeward.core.sealed_mapping import EncryptedMappingField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class SafetyPlan(ClientRecord):
    """One version, in the client's words; frozen once it is in force, kept when it is replaced.

    `parts` holds sections of lines and is sealed: it names people beside the client, their
    numbers, and what could do harm. No slice of it is shown to anybody who may not read it whole.
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "made_with"
    minimal_fields = ("client", "site", "number", "state", "version")

    class State(models.TextChoices):
        DRAFT = "draft"
        ACTIVE = "active"
        SUPERSEDED = "superseded"
        SET_ASIDE = "set_aside"

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    parts = EncryptedMappingField()
    made_with = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    why = models.CharField(max_length=160, blank=True)
    active_at = models.DateTimeField(null=True)
    superseded_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client", "number"], name="safety_plan_number_once"),
            models.UniqueConstraint(
                fields=["client"], condition=Q(state="draft"), name="safety_one_draft"
            ),
            models.UniqueConstraint(
                fields=["client"], condition=Q(state="active"), name="safety_one_plan_in_force"
            ),
            models.CheckConstraint(
                name="safety_plan_in_force_is_whole",
                condition=Q(state__in=["draft", "set_aside"], active_at=None)
                | (Q(active_at__isnull=False, review_on__isnull=False) & ~Q(content_hash="")),
            ),
        ]


class SafetyPlanAgreement(ClientRecord):
    """What somebody said about one version: agreed, was there, or did not sign. Never changed.

    `worker` is whose sign-in it was said from: staff who put their own name, or on whose screen the
    client put theirs; none where the client was on their own phone.
    """

    record_class = RecordClass.ASSESSMENT
    minimal_fields = ("client", "site", "meaning", "at", "version")

    class Meaning(models.TextChoices):
        CLIENT = "client"
        CLIENT_DECLINED = "client_declined"
        STAFF = "staff"
        LOOKED_AT = "looked_at"

    plan = models.ForeignKey(SafetyPlan, models.PROTECT, related_name="agreements")
    meaning = models.CharField(max_length=20, choices=Meaning)
    name = models.CharField(max_length=120)
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    words = models.CharField(max_length=200, blank=True)
