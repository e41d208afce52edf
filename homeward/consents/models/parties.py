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


class IntermediaryMember(Record):
    """An organization takes part in an exchange that passes records on, from a day until a day.

    Who takes part decides what may be handed to the exchange (42 CFR 2.24, 2.31(a)(4)(ii)).
    """

    intermediary = models.ForeignKey(OutsideParty, models.PROTECT, related_name="members")
    member = models.ForeignKey(OutsideParty, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=120)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["intermediary", "member"],
                condition=Q(ends_at=None),
                name="consents_member_once",
            ),
            models.CheckConstraint(
                name="consents_member_runs_forward",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            ),
        ]


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
    """Leave for research (2.52) or for audit and evaluation (2.53), as it was given.

    What was entered never changes; an end may be set or moved to an earlier one. Without an end
    it says why.
    """

    class Kind(models.TextChoices):
        RESEARCH = "research"
        AUDIT = "audit"

    kind = models.CharField(max_length=10, choices=Kind)
    protocol = models.CharField(max_length=200, blank=True)
    responsible = models.CharField(max_length=120, blank=True)
    # The board that reviewed a study, or the law or agency an audit rests on.
    board = models.CharField(max_length=160, blank=True)
    reviewed_on = models.DateField(null=True)
    agreement_signed_on = models.DateField(null=True)
    conditions = models.CharField(max_length=600, blank=True)
    no_end_reason = models.CharField(max_length=300, blank=True)
    party = models.ForeignKey(OutsideParty, models.PROTECT, related_name="approvals")
    classes = ArrayField(models.CharField(max_length=30))
    has_written_agreement = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
