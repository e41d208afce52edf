"""What follows care: leaving in a hurry, check-ups, alumni, and the way back."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Leaving(ClientRecord):
    """Somebody left at once: what could still be done in a minute and a half. Never changed.

    `answers` holds one code a step (naloxone, bridge, card, appointment, call); `seconds` from the
    page's opening to its sending, as the server saw them.
    """

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="leavings")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    words = EncryptedTextField(blank=True)
    appointment = models.ForeignKey(
        "progress.Appointment", models.PROTECT, null=True, related_name="+"
    )
    card = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    seconds = models.PositiveIntegerField(null=True)


class ContactWish(ClientRecord):
    """How somebody wants to be reached after care, or that they do not. The newest word holds.

    Never changed. Hours are whole hours of the site's wall clock, half-open.
    """

    record_class = RecordClass.MESSAGES

    class Channel(models.TextChoices):
        CALL = "call"
        TEXT = "text"
        LETTER = "letter"
        PAGE = "page"

    may_contact = models.BooleanField()
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    address = EncryptedTextField(blank=True)
    from_hour = models.PositiveSmallIntegerField(default=9)
    until_hour = models.PositiveSmallIntegerField(default=20)
    may_leave_message = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    said_to = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="aftercare_hours_run_forward",
                condition=Q(until_hour__lte=24, from_hour__lt=F("until_hour")),
            ),
            models.CheckConstraint(
                name="aftercare_wish_names_its_way",
                condition=Q(may_contact=False) | ~Q(channel=""),
            ),
        ]
        indexes = [models.Index(fields=["client", "said_at"], name="aftercare_wishes")]


class CheckUpTry(ClientRecord):
    """One try to reach somebody for a check-up. Never changed."""

    record_class = RecordClass.SCHEDULE

    follow_up = models.ForeignKey("progress.FollowUp", models.PROTECT, related_name="tries")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10)
    outcome = models.CharField(max_length=20)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["follow_up", "at"], name="aftercare_tries")]


class AlumniConsent(ClientRecord):
    """The consent to be one of the former clients, on its own paper. Never changed.

    Any message of this kind tells that somebody was in care; it is asked for apart from all else,
    after care, and nothing depends on it. The exact words stand in `texts` by version and hash.
    """

    record_class = RecordClass.CONSENTS

    text_version = models.CharField(max_length=20)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=10, default="en")
    signed_at = models.DateTimeField()
    signer_name = models.CharField(max_length=120)
    place = models.CharField(max_length=10)
    witnessed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "signed_at"], name="aftercare_alumni")]


class AlumniEnding(ClientRecord):
    """Somebody left the alumni, at once and without a reason. Never changed."""

    record_class = RecordClass.CONSENTS

    consent = models.OneToOneField(AlumniConsent, models.PROTECT, related_name="ending")
    at = models.DateTimeField()
    how = models.CharField(max_length=10)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class AlumniEvent(Record):
    """A meeting of former clients at a site; it names nobody."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)


class Comeback(ClientRecord):
    """Somebody came back: by which decision, into which episode or inquiry. Never changed."""

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="comebacks")
    inquiry = models.ForeignKey("admissions.Inquiry", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    way = models.CharField(max_length=20)
    decision = models.JSONField(default=dict)
    words = EncryptedTextField(blank=True)
    last_use = EncryptedTextField(blank=True, default="")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "at"], name="aftercare_comebacks")]
