"""Conversations, what was said in them, who read it, files beside it, and running late.

Two kinds stand in tables of their own: what a client and their team say, which is the client's
own; and what a relative or an officer and the program say, which no right to one's own page opens
and which is shown to them only as far as a consent lets them at that instant.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from homeward.conversations.desk_models import DeskText as DeskText
from homeward.conversations.desk_models import DeskWord as DeskWord
from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord

NO_ROW = Q(pk=None)
CLOSED: dict[str, Q] = {"own": NO_ROW, "consent": NO_ROW}
# A consent of somebody else never opens what a client and their team say.
OWN_ALONE: dict[str, Q] = {"consent": NO_ROW}


class Thread(ClientRecord):
    """One conversation, and whether somebody waits for an answer in it.

    `waits_since` is when the first message came that nobody has answered; `due_at` by when the
    house expects to answer it, with why; both are empty while nobody waits. The `settled` fields
    say how the last wait ended: answered, no answer needed (with a reason), or taken back.
    """

    class Settled(models.TextChoices):
        ANSWERED = "answered"
        NOT_NEEDED = "not_needed"
        TAKEN_BACK = "taken_back"

    record_class = RecordClass.MESSAGES
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    last_at = models.DateTimeField()
    waits_since = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    decision = models.JSONField(null=True)
    passed_on_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    settled_how = models.CharField(max_length=12, choices=Settled, blank=True)
    settled_reason = EncryptedTextField(blank=True)

    class Meta(ClientRecord.Meta):
        abstract = True


class Conversation(Thread):
    """A client and whoever holds one role on their team; one of each."""

    rows_by_relation: ClassVar[dict[str, Q]] = OWN_ALONE

    role = models.CharField(max_length=30)

    class Meta(Thread.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client", "role"], name="conversations_one_a_role"),
            models.CheckConstraint(
                name="conversations_waits_whole",
                condition=Q(waits_since=None, due_at=None)
                | Q(waits_since__isnull=False, due_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="conversations_waiting",
                condition=Q(waits_since__isnull=False),
            )
        ]


class OutsideConversation(Thread):
    """A relative or an officer beside a client, and the program."""

    rows_by_relation: ClassVar[dict[str, Q]] = CLOSED

    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="+")

    class Meta(Thread.Meta):
        constraints = [
            models.UniqueConstraint(fields=["contact"], name="conversations_one_a_contact"),
            models.CheckConstraint(
                name="conversations_outside_waits",
                condition=Q(waits_since=None, due_at=None)
                | Q(waits_since__isnull=False, due_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="conversations_outside_due",
                condition=Q(waits_since__isnull=False),
            )
        ]


class Said(ClientRecord):
    """One message. It is never edited; its author may take it back, and then it says so.

    Without a `worker` it was said by the client, or by the contact of the conversation. What was
    taken back is shown to nobody on a page and stays in the record.
    """

    class Channel(models.TextChoices):
        PAGE = "page"
        DESK = "desk"

    record_class = RecordClass.MESSAGES
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    at = models.DateTimeField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    body = EncryptedTextField()
    # What the list of phrases found; empty for what staff wrote.
    danger = models.JSONField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        abstract = True

    @property
    def speaks_of_danger(self) -> bool:
        """Whether a phrase of danger was found in it."""
        return bool(self.danger) and self.danger.get("outcome") == "danger"  # type: ignore[union-attr]


class Message(Said):
    """Said between a client and their team."""

    rows_by_relation: ClassVar[dict[str, Q]] = OWN_ALONE

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="said")

    class Meta(Said.Meta):
        indexes = [models.Index(fields=["conversation", "at"], name="conversations_said")]


class OutsideMessage(Said):
    """Said between a contact and the program; `disclosure` is the ledger row of what went out."""

    rows_by_relation: ClassVar[dict[str, Q]] = CLOSED

    conversation = models.ForeignKey(OutsideConversation, models.PROTECT, related_name="said")
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )

    class Meta(Said.Meta):
        constraints = [
            models.CheckConstraint(
                name="conversations_out_with_ledger",
                condition=Q(worker=None) | Q(disclosure__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["conversation", "at"], name="conversations_outside_said")]


class Read(ClientRecord):
    """That one account saw a message first at an instant. Never changed."""

    record_class = RecordClass.MESSAGES

    account_id = models.UUIDField()
    read_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        abstract = True


class MessageRead(Read):
    """A message of a client's conversation was seen."""

    rows_by_relation: ClassVar[dict[str, Q]] = OWN_ALONE

    message = models.ForeignKey(Message, models.PROTECT, related_name="reads")

    class Meta(Read.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["message", "account_id"], name="conversations_read_once"
            )
        ]


class OutsideRead(Read):
    """A message of an outside conversation was seen."""

    rows_by_relation: ClassVar[dict[str, Q]] = CLOSED

    message = models.ForeignKey(OutsideMessage, models.PROTECT, related_name="reads")

    class Meta(Read.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["message", "account_id"], name="conversations_outside_read_once"
            )
        ]


class Attachment(ClientRecord):
    """A file beside a message: pages drawn anew as pictures, kept sealed, never changed.

    Nothing of what was handed in survives but its pixels, so no program within it does; whether
    it carried one is not looked for.
    """

    record_class = RecordClass.MESSAGES
    rows_by_relation: ClassVar[dict[str, Q]] = OWN_ALONE
    minimal_fields: ClassVar[tuple[str, ...]] = ("client", "site", "version")

    message = models.ForeignKey(Message, models.PROTECT, related_name="attachments")
    number = models.PositiveSmallIntegerField()
    pages = models.PositiveSmallIntegerField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["message", "number"], name="conversations_file_number")
        ]


class RunningLate(ClientRecord):
    """A client says that they come late to one session; it changes no mark of the register."""

    class Why(models.TextChoices):
        BUS = "bus"
        WORK = "work"
        CHILD = "child"
        OTHER = "other"

    record_class = RecordClass.SCHEDULE
    rows_by_relation: ClassVar[dict[str, Q]] = OWN_ALONE

    seat = models.ForeignKey("timetable.Seat", models.PROTECT, related_name="running_late")
    minutes = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=10, choices=Why)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(taken_back_at=None), name="conversations_late_once"
            ),
            models.CheckConstraint(
                name="conversations_late_minutes", condition=Q(minutes__gte=1, minutes__lte=240)
            ),
        ]
