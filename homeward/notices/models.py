"""How a client may be reached, what was to be sent, and what became of it."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Channel(models.TextChoices):
    """The ways a notice can take."""

    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    NOTE = "note"


class ContactChoice(ClientRecord):
    """What somebody said about one channel; never changed, the newest word holds.

    Hours are whole hours of the site's wall clock, half-open: 9 to 20 is from 9:00 to 19:59.
    Without a contact it is the client's own choice.
    """

    record_class = RecordClass.MESSAGES

    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    is_wanted = models.BooleanField()
    address = EncryptedTextField(blank=True)
    from_hour = models.PositiveSmallIntegerField(default=9)
    until_hour = models.PositiveSmallIntegerField(default=20)
    said_at = models.DateTimeField()
    said_to = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="notices_hours_run_forward",
                condition=Q(until_hour__lte=24, from_hour__lt=F("until_hour")),
            )
        ]
        indexes = [models.Index(fields=["client", "channel", "said_at"], name="notices_choice")]


class Notice(ClientRecord):
    """One neutral message to one person. It holds no words of a record; never changed."""

    record_class = RecordClass.MESSAGES

    code = models.CharField(max_length=30)
    channel = models.CharField(max_length=10, choices=Channel)
    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=10, default="en")
    link = EncryptedTextField(blank=True)
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    origin = models.CharField(max_length=120, unique=True)
    disclosure = models.OneToOneField(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "queued_at"], name="notices_of_client")]


class NoticeOutcome(ClientRecord):
    """What became of a notice, once; never changed."""

    record_class = RecordClass.MESSAGES

    class State(models.TextChoices):
        SENT = "sent"
        WITHHELD = "withheld"

    notice = models.OneToOneField(Notice, models.PROTECT, related_name="outcome")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State)
    reason = models.CharField(max_length=60, blank=True)
    carrier = models.CharField(max_length=40, blank=True)


class NumberWord(Record):
    """What a telephone number itself said, STOP or START; never changed, the newest word holds.

    It holds for every text to that number, whoever it is for. Only a keyed digest of the number is
    kept, and nothing of what else stood in the message.
    """

    class Word(models.TextChoices):
        STOP = "stop"
        START = "start"

    number_digest = models.CharField(max_length=64)
    word = models.CharField(max_length=5, choices=Word)
    heard_at = models.DateTimeField()
    message_digest = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [models.Index(fields=["number_digest", "heard_at"], name="notices_number_word")]
