"""Packets, their papers, what was signed, refused, printed and scanned, and links to sign by."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Packet(ClientRecord):
    """The papers of one admission. `clock_started_at` is the admission, once there is one."""

    record_class = RecordClass.CONSENTS

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    # A court's guardian, who signs in the client's place, or a minor's parent beside them; by
    # which right says the guardianship.
    guardianship = models.ForeignKey(
        "consents.Guardianship", models.PROTECT, null=True, related_name="+"
    )
    guardian = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    clock_started_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(closed_at=None), name="packets_one_open"
            )
        ]


class PacketItem(ClientRecord):
    """One paper of a packet, offered once; frozen when it is signed by all or refused.

    A paper that was refused and is offered again is a new row with the next `round`.
    """

    record_class = RecordClass.CONSENTS

    class Ending(models.TextChoices):
        SIGNED = "signed"
        REFUSED = "refused"

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="items")
    paper = models.CharField(max_length=40)
    text_version = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField(default=1)
    signers = ArrayField(models.CharField(max_length=20))
    due_at = models.DateTimeField(null=True)
    # The due rule it follows, as it stood when the clock started.
    due_rule = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True)
    settled_as = models.CharField(max_length=20, choices=Ending, blank=True)
    consent = models.ForeignKey(
        "consents.Consent", models.PROTECT, null=True, related_name="packet_items"
    )

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["packet", "paper", "round"], name="packets_paper_once_a_round"
            ),
            models.CheckConstraint(
                name="packets_settled_as_something",
                condition=Q(settled_at=None, settled_as="")
                | (Q(settled_at__isnull=False) & ~Q(settled_as="")),
            ),
        ]
        indexes = [models.Index(fields=["client"], name="packets_item_client")]


class SigningLink(ClientRecord):
    """A link by which one client signs one packet, with a code of its own. Neither is kept."""

    record_class = RecordClass.CONSENTS

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="links")
    token_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    # Whose link it is: the client's or the guardian's.
    who = models.CharField(max_length=20, default="client")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    code_given = models.CharField(max_length=10)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class PacketSignature(ClientRecord):
    """One signature: who, meaning what, on which words, proven how. Never changed."""

    record_class = RecordClass.CONSENTS

    item = models.ForeignKey(PacketItem, models.PROTECT, related_name="signatures")
    who = models.CharField(max_length=20)
    meaning = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    # By what right, and for a guardian what they are to the client.
    authority = models.CharField(max_length=20, blank=True)
    relation = models.CharField(max_length=60, blank=True)
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    # On paper: the day written beside the name.
    written_on = models.DateField(null=True)
    # phone, portal, tablet, desk or paper; and password, code, handed_over or ink.
    place = models.CharField(max_length=20)
    proof = models.CharField(max_length=20)
    proven_at = models.DateTimeField()
    account_id = models.UUIDField(null=True)
    link = models.ForeignKey(SigningLink, models.PROTECT, null=True, related_name="+")
    text_version = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    content_hash = models.CharField(max_length=64)
    answers = EncryptedTextField(blank=True)
    copy_given_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["item", "who"], name="packets_signed_once_each")
        ]


class PacketRefusal(ClientRecord):
    """A paper was read and not signed, and why, in the client's words. Never changed."""

    record_class = RecordClass.CONSENTS

    item = models.OneToOneField(PacketItem, models.PROTECT, related_name="refusal")
    at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    reason = EncryptedTextField()


class PrintedPapers(ClientRecord):
    """Papers printed to be signed in ink. `code` stands on each sheet. Never changed."""

    record_class = RecordClass.CONSENTS

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="printed")
    code = models.CharField(max_length=12, unique=True)
    items = ArrayField(models.UUIDField())
    language = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64)


class ScannedPaper(ClientRecord):
    """A signed sheet as a picture, made anew from what was handed in and sealed. Never changed."""

    record_class = RecordClass.CONSENTS

    item = models.ForeignKey(PacketItem, models.PROTECT, related_name="scans")
    printed = models.ForeignKey(PrintedPapers, models.PROTECT, related_name="scans")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    pages = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
