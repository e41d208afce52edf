"""What relatives have of their own, what they tell the team, nights, and family sessions.

Three kinds of rows. What is a family account's own is reached by nobody's role, neither staff's nor
the client's: only for the account itself (`reaching.mine`). What was told in confidence is closed
to the client and to other relatives, whatever their consent says. Nights name no client at all.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord, Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord

NO_ROW = Q(pk=None)


class Urgency(models.TextChoices):
    """What whoever tells us something is asked first."""

    NOW = "now"
    TODAY = "today"
    WAIT = "wait"


class OwnRow(ProtectedRecord):
    """A family account's own: every cell of its class asks for a client, and there is none."""

    record_class = RecordClass.MESSAGES
    client_path = None

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(ProtectedRecord.Meta):
        abstract = True


class LessonRead(OwnRow):
    """That this account has read a lesson; kept for them alone, to find their place again."""

    lesson = models.CharField(max_length=40)
    read_at = models.DateTimeField()

    class Meta(OwnRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "lesson"], name="families_read_once")
        ]


class OwnPlan(OwnRow):
    """The relative's plan for themselves: what keeps them well, their limits, whom to call."""

    what_helps = EncryptedTextField(blank=True)
    my_limits = EncryptedTextField(blank=True)
    my_signs = EncryptedTextField(blank=True)
    my_people = EncryptedTextField(blank=True)
    in_danger = EncryptedTextField(blank=True)
    kept_at = models.DateTimeField()

    class Meta(OwnRow.Meta):
        constraints = [models.UniqueConstraint(fields=["account"], name="families_one_plan")]


class FamilyNight(Record):
    """A dated evening that anybody may join. It names no client, and nobody who comes."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    about = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="families_night_runs_forward", condition=Q(ends_at__gt=F("starts_at"))
            )
        ]
        indexes = [models.Index(fields=["starts_at"], name="families_nights_ahead")]


class NightAnswer(OwnRow):
    """I come, with how many; staff read the sum and no name."""

    night = models.ForeignKey(FamilyNight, models.PROTECT, related_name="answers")
    is_coming = models.BooleanField()
    people = models.PositiveSmallIntegerField(default=1)
    answered_at = models.DateTimeField()

    class Meta(OwnRow.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "night"], name="families_one_answer")
        ]


class SentIn(ProtectedRecord):
    """What came in over the send-only line; laid to a client, its words are no longer here."""

    record_class = RecordClass.INQUIRIES
    client_path = None

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    urgency = models.CharField(max_length=8, choices=Urgency)
    due_at = models.DateTimeField()
    # The family account it came from; empty for the public page.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    sender = EncryptedTextField(blank=True)
    about = EncryptedTextField(blank=True)
    words = EncryptedTextField(blank=True)
    routed_at = models.DateTimeField(null=True)
    placed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disposition = models.CharField(max_length=30, blank=True)
    note = EncryptedTextField(blank=True)

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="families_sent_closed_with_a_word",
                condition=Q(closed_at=None, disposition="")
                | (Q(closed_at__isnull=False) & ~Q(disposition="")),
            ),
            models.CheckConstraint(
                name="families_placed_or_closed",
                condition=Q(placed_at=None) | Q(closed_at=None),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "due_at"],
                name="families_sent_waiting",
                condition=Q(placed_at=None, closed_at=None),
            )
        ]


class ToldRecord(ClientRecord):
    """Told to the team in confidence: no consent and no right to one's own page opens it."""

    record_class = RecordClass.MESSAGES
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")
    rows_by_relation: ClassVar[dict[str, Q]] = {"own": NO_ROW, "consent": NO_ROW}

    class Meta(ClientRecord.Meta):
        abstract = True


class Word(ToldRecord):
    """What somebody told the team about a client. Read, and closed with what was done about it."""

    sent = models.OneToOneField(SentIn, models.PROTECT, related_name="word")
    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    urgency = models.CharField(max_length=8, choices=Urgency)
    due_at = models.DateTimeField()
    sender = EncryptedTextField(blank=True)
    about = EncryptedTextField(blank=True)
    words = EncryptedTextField()
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    placed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    decision = models.JSONField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disposition = models.CharField(max_length=30, blank=True)
    note = EncryptedTextField(blank=True)

    class Meta(ToldRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="families_word_closed_with_a_word",
                condition=Q(closed_at=None, disposition="")
                | (Q(closed_at__isnull=False) & ~Q(disposition="")),
            )
        ]
        indexes = [
            models.Index(fields=["client", "sent_at"], name="families_words"),
            models.Index(
                fields=["due_at"], name="families_words_open", condition=Q(closed_at=None)
            ),
        ]


class SessionAsk(ToldRecord):
    """A relative asks for a session with the family counselor; nothing is answered to them."""

    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    how = models.CharField(max_length=12)
    words = EncryptedTextField(blank=True)
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=20, blank=True)

    class Meta(ToldRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=Q(closed_at=None), name="families_one_open_ask"
            ),
            models.CheckConstraint(
                name="families_ask_closed_with_an_outcome",
                condition=Q(closed_at=None, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
            ),
        ]
        indexes = [models.Index(fields=["client", "asked_at"], name="families_asks")]


class Invited(ClientRecord):
    """One relative at one booked family session; they see it only while their consent says so."""

    record_class = RecordClass.MESSAGES
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")
    rows_by_relation: ClassVar[dict[str, Q]] = {"consent": NO_ROW}

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["session", "contact"], name="families_invited_once")
        ]
        indexes = [models.Index(fields=["client"], name="families_invited_of")]
