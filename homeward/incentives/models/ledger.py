"""Double entry in whole cents. Nothing here is ever changed; a mistake has its counter-entry.

Debits are positive and credits negative; the entries of one posting add up to zero, which the
database itself asks when a transaction ends.
"""

from django.db import models
from django.db.models import Q

from homeward.core.records import ProtectedRecord, Record
from homeward.kernel.records import RecordClass


class Stock(Record):
    """Cards of one value or prizes of one kind at a site; `face_cents` is what one is worth."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    face_cents = models.PositiveIntegerField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "name"], name="incentives_stock_once"),
            models.CheckConstraint(
                name="incentives_a_piece_has_a_value", condition=Q(face_cents__gt=0)
            ),
        ]


class Posting(ProtectedRecord):
    """One thing that happened to money or cards; `on` is the day it belongs to for the caps."""

    record_class = RecordClass.SCHEDULE

    class Kind(models.TextChoices):
        EARN = "earn"
        HAND_OVER = "hand_over"
        CORRECT = "correct"
        VOID = "void"
        RECEIVE = "receive"
        COUNT = "count"

    kind = models.CharField(max_length=10, choices=Kind)
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    turn = models.OneToOneField("incentives.Turn", models.PROTECT, null=True, related_name="earned")
    proposal = models.OneToOneField(
        "incentives.Proposal", models.PROTECT, null=True, related_name="posting"
    )
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="incentives_two_people_but_for_earning",
                condition=Q(kind="earn", turn__isnull=False, proposal=None)
                | (~Q(kind="earn") & Q(proposal__isnull=False, turn=None)),
            ),
            models.CheckConstraint(
                name="incentives_a_correction_names_what",
                condition=Q(kind="correct", corrects__isnull=False)
                | (~Q(kind="correct") & Q(corrects=None)),
            ),
        ]
        indexes = [models.Index(fields=["site", "at"], name="incentives_month")]


class Entry(ProtectedRecord):
    """One line of a posting: an account, and cents (debit positive, credit negative)."""

    record_class = RecordClass.SCHEDULE

    class Account(models.TextChoices):
        GIVEN = "given"
        OWED = "owed"
        STOCK = "stock"
        BOUGHT = "bought"
        DIFFERENCE = "difference"

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="entries")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    account = models.CharField(max_length=10, choices=Account)
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    stock = models.ForeignKey(Stock, models.PROTECT, null=True, related_name="+")
    cents = models.BigIntegerField()

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(name="incentives_no_empty_entry", condition=~Q(cents=0)),
            models.CheckConstraint(
                name="incentives_an_account_names_whose",
                condition=Q(account="owed", client__isnull=False, stock=None)
                | Q(account="stock", stock__isnull=False, client=None)
                | Q(account__in=["given", "bought", "difference"], client=None, stock=None),
            ),
        ]
        indexes = [
            models.Index(fields=["client", "account"], name="incentives_owed"),
            models.Index(fields=["stock"], name="incentives_in_stock"),
            models.Index(fields=["posting"], name="incentives_lines"),
        ]
