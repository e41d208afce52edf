"""Naloxone for clients and families, the kits of the house, and their use."""

from django.db import models
from django.db.models import Q

from homeward.core.records import ProtectedRecord, Record
from homeward.kernel.records import RecordClass
from homeward.medications.models.records import MedicalRecord


class NaloxoneOffer(MedicalRecord):
    """Naloxone was offered to the client, or to somebody beside them. Never changed.

    `nobody`: the client was asked, and there is nobody beside them to offer it to.
    """

    class Outcome(models.TextChoices):
        GIVEN = "given"
        HAS_ONE = "has_one"
        DECLINED = "declined"
        NOBODY = "nobody"

    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome)
    is_trained = models.BooleanField()
    lot = models.CharField(max_length=40, blank=True)
    expires_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_given_kits_name_lot_and_expiry",
                condition=~Q(outcome="given") | (~Q(lot="") & Q(expires_on__isnull=False)),
            )
        ]


class NaloxoneStock(Record):
    """Kits of one lot at one place of a site. It says nothing about anybody."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    place = models.CharField(max_length=60)
    lot = models.CharField(max_length=40)
    expires_on = models.DateField()
    kits = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "place", "lot"], name="medications_naloxone_lot_once"
            )
        ]


class NaloxoneCheck(Record):
    """Somebody counted one lot and looked at its date. Never changed."""

    stock = models.ForeignKey(NaloxoneStock, models.PROTECT, related_name="checks")
    counted = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class CountDuty(Record):
    """The kits of a site are to be counted: whose work it is, since when and by when.

    One is open a site at a time; it ends when no count is overdue there any more.
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site"], condition=Q(ended_at=None), name="medications_one_count_duty"
            )
        ]


class NaloxoneUse(ProtectedRecord):
    """Naloxone was given here: an incident, kept outside every chart. Never changed."""

    record_class = RecordClass.INCIDENTS
    client_path = None
    minimal_fields = ("site", "version", "at")

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    stock = models.ForeignKey(NaloxoneStock, models.PROTECT, null=True, related_name="+")
    kits = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=60)
    at = models.DateTimeField()
    emergency_called_at = models.DateTimeField(null=True)
    not_called_because = models.CharField(max_length=200, blank=True)
    report_due_at = models.DateTimeField()
    written_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_emergency_called_or_why_not",
                condition=Q(emergency_called_at__isnull=False) | ~Q(not_called_because=""),
            )
        ]
