"""A transfer to another level of care, tracked from the decision until its first visit is kept."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.kinds import Direction, Footing, TransferLevel, Urgency
from homeward.linkage.models.records import LinkageRecord


class Transfer(LinkageRecord):
    """One move up or down, from a level here to a level there.

    `from_on` is the day care at this level ends and the clock to the first appointment begins;
    `due_on` is its last day. `due_at` is the clock that runs now: packet, receipt, appointment.
    """

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        RECEIVED = "received"
        ACCEPTED = "accepted"
        WAIT_LISTED = "wait_listed"
        DECLINED = "declined"
        BOOKED = "booked"
        MISSED = "missed"
        ENDED = "ended"

    class Outcome(models.TextChoices):
        KEPT = "kept"
        ADMITTED = "admitted"
        DECLINED_BY_CLIENT = "declined_by_client"
        DECLINED_BY_PLACE = "declined_by_place"
        NOT_REACHED = "not_reached"
        NOT_NEEDED = "not_needed"

    Level = TransferLevel

    episode = models.ForeignKey(
        "admissions.Episode", models.PROTECT, null=True, related_name="transfers"
    )
    direction = models.CharField(max_length=8, choices=Direction)
    level = models.CharField(max_length=24, choices=TransferLevel)
    level_code = models.CharField(max_length=10, blank=True)
    urgency = models.CharField(max_length=12, choices=Urgency)
    reason_code = models.CharField(max_length=60)
    reason = EncryptedTextField(blank=True)
    service = models.ForeignKey("directory.Service", models.PROTECT, null=True, related_name="+")
    place_name = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    from_on = models.DateField()
    due_on = models.DateField()
    due_at = models.DateTimeField()
    kept_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    outcome_reason = EncryptedTextField(blank=True)
    origin = models.CharField(max_length=120, blank=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "level"],
                condition=Q(ended_at=None),
                name="linkage_one_open_transfer_a_level",
            ),
            models.UniqueConstraint(
                fields=["origin"], condition=~Q(origin=""), name="linkage_transfer_origin_once"
            ),
            models.CheckConstraint(
                name="linkage_transfer_ended_with_an_outcome",
                condition=Q(ended_at=None, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "due_at"],
                name="linkage_open_transfers",
                condition=Q(ended_at=None),
            ),
            models.Index(fields=["client", "opened_at"], name="linkage_client_transfers"),
        ]

    @property
    def where(self) -> str:
        """The receiving place by name; empty while none is chosen."""
        return self.service.name if self.service else self.place_name


class TransferStep(LinkageRecord):
    """One step of a transfer. What left has its ledger row; a packet has its document."""

    class Step(models.TextChoices):
        CALLED = "called"
        NO_ANSWER = "no_answer"
        SENT = "sent"
        WITHHELD = "withheld"
        RECEIVED = "received"
        ACCEPTED = "accepted"
        WAIT_LISTED = "wait_listed"
        DECLINED = "declined"
        BOOKED = "booked"
        KEPT = "kept"
        MISSED = "missed"
        MOVED = "moved"

    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12, choices=Step)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    spoke_with = models.CharField(max_length=120, blank=True)
    footing = models.CharField(max_length=12, choices=Footing, default=Footing.NOTHING)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True)

    class Meta(LinkageRecord.Meta):
        indexes = [models.Index(fields=["transfer", "at"], name="linkage_transfer_steps")]
        constraints = [
            models.CheckConstraint(
                name="linkage_a_packet_has_its_ledger_row",
                condition=~Q(step__in=("sent", "withheld")) | Q(disclosure__isnull=False),
            )
        ]
