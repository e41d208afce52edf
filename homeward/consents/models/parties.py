"""People and organizations outside the house, and the agreements that bind them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.records import Record


class OutsideParty(Record):
    """Somebody outside whom the program has looked up: who they are and what they are.

    `classes` are recipient classes of `homeward consents decide`; nobody belongs to one by saying
    so. The row says nothing about any client.
    """

    class Type(models.TextChoices):
        PERSON = "person"
        ENTITY = "entity"

    type = models.CharField(max_length=10, choices=Type, default=Type.ENTITY)
    name = models.CharField(max_length=120, unique=True)
    classes = ArrayField(models.CharField(max_length=30), default=list)
    is_covered_entity = models.BooleanField(default=False)
    is_intermediary = models.BooleanField(default=False)
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=200, blank=True)
    verified_at = models.DateTimeField()
    verified_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    verified_how = models.CharField(max_length=120, blank=True)


class QsoAgreement(Record):
    """A written agreement with a qualified service organization (42 CFR 2.11)."""

    party = models.ForeignKey(OutsideParty, models.PROTECT, related_name="agreements")
    services = ArrayField(models.CharField(max_length=40))
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consents_qso_runs_forward",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            )
        ]


class Approval(Record):
    """Leave for research (2.52) or for audit and evaluation (2.53)."""

    class Kind(models.TextChoices):
        RESEARCH = "research"
        AUDIT = "audit"

    kind = models.CharField(max_length=10, choices=Kind)
    party = models.ForeignKey(OutsideParty, models.PROTECT, related_name="approvals")
    classes = ArrayField(models.CharField(max_length=30))
    has_written_agreement = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
