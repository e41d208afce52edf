"""Waiting for a seat: the list, interim services, the notice to the state, reminders."""

from django.db import models
from django.db.models import Q

from homeward.admissions.models.inquiry import Inquiry
from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class WaitListEntry(ProtectedRecord):
    """A place on the wait list under a number of its own, which says nothing about the person."""

    record_class = RecordClass.INQUIRIES
    client_path = "inquiry__client"
    site_path = "inquiry__site"

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="waits")
    number = models.CharField(max_length=20, unique=True)
    listed_at = models.DateTimeField()
    decision = models.JSONField(default=dict)
    last_contact_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    left_as = models.CharField(max_length=30, blank=True)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"], condition=Q(left_at=None), name="admissions_one_open_wait"
            )
        ]


class InterimService(ProtectedRecord):
    """One service given while somebody waits (45 CFR 96.121). Never changed."""

    record_class = RecordClass.INQUIRIES
    client_path = "inquiry__client"
    site_path = "inquiry__site"

    class Kind(models.TextChoices):
        HIV_TB_COUNSELING = "hiv_tb_counseling"
        HIV_TB_REFERRAL = "hiv_tb_referral"
        SAFER_USE = "safer_use"
        PREGNANCY_COUNSELING = "pregnancy_counseling"
        PRENATAL_REFERRAL = "prenatal_referral"
        NALOXONE = "naloxone"
        OTHER = "other"

    # What 45 CFR 96.121 means by interim services; anything else is good and starts no clock.
    COUNTED = (
        Kind.HIV_TB_COUNSELING,
        Kind.HIV_TB_REFERRAL,
        Kind.SAFER_USE,
        Kind.PREGNANCY_COUNSELING,
        Kind.PRENATAL_REFERRAL,
    )

    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="interim_services")
    kind = models.CharField(max_length=30, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True)


class CapacityNotice(ProtectedRecord):
    """The program reached the share of its capacity at which the state must be told."""

    record_class = RecordClass.SETUP
    client_path = None

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    reached_at = models.DateTimeField()
    seats = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    decision = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    owner = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    reference = models.CharField(max_length=120, blank=True)
    over_at = models.DateTimeField(null=True)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["program", "site"],
                condition=Q(over_at=None),
                name="admissions_one_open_notice",
            )
        ]


class Reminder(ProtectedRecord):
    """Something the desk must do by a time; `origin` names its cause, so it opens once."""

    record_class = RecordClass.INQUIRIES
    client_path = "inquiry__client"

    class Kind(models.TextChoices):
        CALL_BACK = "call_back"
        ASSESSMENT_TOMORROW = "assessment_tomorrow"
        WAIT_CONTACT = "wait_contact"
        INTERIM_SERVICES = "interim_services"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    inquiry = models.ForeignKey(Inquiry, models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=30, choices=Kind)
    origin = models.CharField(max_length=120, unique=True)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disposition = models.CharField(max_length=30, blank=True)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="admissions_reminder_closed_with_a_disposition",
                condition=Q(closed_at=None) | ~Q(disposition=""),
            )
        ]
        indexes = [
            models.Index(
                fields=["site", "due_at"],
                name="admissions_reminders_open",
                condition=Q(closed_at=None),
            )
        ]


class Message(ProtectedRecord):
    """A message left by a caller for somebody whom nobody said is or is not known here."""

    record_class = RecordClass.INQUIRIES
    client_path = None

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    caller_name = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)
    about = EncryptedTextField(blank=True)
    words = EncryptedTextField(blank=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disposition = models.CharField(max_length=30, blank=True)
