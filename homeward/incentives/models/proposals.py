"""What needs two people: one writes it down, another one confirms it."""

from django.db import models
from django.db.models import F, Q

from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class Proposal(ProtectedRecord):
    """A hand-over, a delivery, a count, a correction or a void; frozen once it is settled.

    `cents` is what is handed over, delivered or voided, what was counted on the shelf, or what a
    corrected turn should have earned. A hand-over carries the client's initials, or says that
    they gave their own number.
    """

    record_class = RecordClass.SCHEDULE

    class Kind(models.TextChoices):
        HAND_OVER = "hand_over"
        RECEIVE = "receive"
        COUNT = "count"
        CORRECT = "correct"
        VOID = "void"

    class Proof(models.TextChoices):
        NONE = ""
        INITIALS = "initials"
        NUMBER = "number"

    kind = models.CharField(max_length=10, choices=Kind)
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    stock = models.ForeignKey("incentives.Stock", models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey("incentives.Posting", models.PROTECT, null=True, related_name="+")
    cents = models.PositiveIntegerField()
    reason = models.CharField(max_length=200, blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    is_confirmed = models.BooleanField(default=False)
    proof = models.CharField(max_length=10, choices=Proof, blank=True, default=Proof.NONE)
    initials = models.CharField(max_length=6, blank=True)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="incentives_two_different_people",
                condition=Q(is_confirmed=False)
                | (Q(settled_by__isnull=False) & ~Q(settled_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="incentives_the_client_was_there",
                condition=Q(is_confirmed=False) | ~Q(kind="hand_over") | ~Q(proof=""),
            ),
            models.CheckConstraint(
                name="incentives_proposal_names_its_thing",
                condition=Q(kind="hand_over", client__isnull=False, stock__isnull=False)
                | Q(kind__in=["receive", "count"], client=None, stock__isnull=False)
                | Q(kind="correct", client__isnull=False, stock=None, about__isnull=False)
                | Q(kind="void", client__isnull=False, stock=None, about=None),
            ),
            models.UniqueConstraint(
                fields=["client", "kind"], condition=Q(settled_at=None),
                name="incentives_one_open_for_a_client",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["site"], condition=Q(settled_at=None), name="incentives_waiting")
        ]
