"""Ways in: whose account it is, the cards that open it once, the devices that open it again.

No secret is kept that would open anything by itself: of a card its keyed digest, of a device the
digest of what lies in its cookie, of a number a hash that needs that secret as well.
"""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.doorways.rules.identity import Paper, What
from homeward.doorways.rules.whose import Whose
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Doorway(ClientRecord):
    """One person's way in: the client's own, or that of somebody beside them.

    `proofed_at` is set once who they are was seen at the desk. `ended_at` is when nobody comes in
    by it any more; another card opens it again.
    """

    record_class = RecordClass.SCHEDULE

    class Ending(models.TextChoices):
        ASKED = "asked"
        MISUSED = "misused"
        CONSENT_OVER = "consent_over"
        CLIENT = "client"
        OTHER = "other"

    whose = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Whose])
    contact = models.OneToOneField(
        "people.Contact", models.PROTECT, null=True, related_name="doorway"
    )
    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="doorway")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    proofed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ending = models.CharField(max_length=16, choices=Ending, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(contact=None), name="doorways_one_of_the_client"
            ),
            models.CheckConstraint(
                name="doorways_contact_unless_own",
                condition=Q(whose="client", contact=None)
                | (~Q(whose="client") & Q(contact__isnull=False)),
            ),
            models.CheckConstraint(
                name="doorways_ended_with_a_word",
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
            ),
        ]


class _OfDoorway(ClientRecord):
    """A row of one way in."""

    record_class = RecordClass.SCHEDULE

    doorway = models.ForeignKey(Doorway, models.PROTECT, related_name="%(class)ss")

    class Meta(ClientRecord.Meta):
        abstract = True


class Card(_OfDoorway):
    """A printed card: a user name and a code that opens once. `printed_by` none: by the client."""

    minimal_fields: ClassVar[tuple[str, ...]] = (
        "client", "site", "doorway", "printed_at", "expires_at", "used_at", "ended_at", "version",
    )  # fmt: skip

    digest = models.CharField(max_length=64)
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField()
    opens_record = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta(_OfDoorway.Meta):
        indexes = [models.Index(fields=["doorway", "-printed_at"], name="doorways_cards_of")]


class Device(_OfDoorway):
    """A phone, computer or lobby tablet that opens a way in again.

    A number opens it only together with the secret in its cookie; a passkey by itself.
    """

    minimal_fields: ClassVar[tuple[str, ...]] = (
        "client", "site", "doorway", "kind", "looks", "made_at", "last_used_on", "ended_at",
        "ending", "locked_at", "version",
    )  # fmt: skip

    class Kind(models.TextChoices):
        PIN = "pin"
        PASSKEY = "passkey"
        TABLET = "tablet"

    class Looks(models.TextChoices):
        PHONE = "phone"
        TABLET = "tablet"
        COMPUTER = "computer"
        OTHER = "other"

    class Ending(models.TextChoices):
        LOST = "lost"
        OWN = "own"
        DESK = "desk"
        REPLACED = "replaced"
        WAY_IN_ENDED = "way_in_ended"

    card = models.OneToOneField(Card, models.PROTECT, null=True, related_name="device")
    kind = models.CharField(max_length=10, choices=Kind)
    looks = models.CharField(max_length=10, choices=Looks, default=Looks.OTHER)
    digest = models.CharField(max_length=64, blank=True)
    pin = models.CharField(max_length=200, blank=True)
    kiosk = models.ForeignKey("attendance.Kiosk", models.PROTECT, null=True, related_name="+")
    passkey_id = models.BigIntegerField(null=True)
    opens_record = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    last_used_on = models.DateField()
    wrong = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ending = models.CharField(max_length=16, choices=Ending, blank=True)

    class Meta(_OfDoorway.Meta):
        indexes = [models.Index(fields=["doorway", "made_at"], name="doorways_devices_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=Q(ended_at=None) & ~Q(digest=""),
                name="doorways_secret_is_one_devices",
            ),
            models.CheckConstraint(
                name="doorways_pin_with_its_secret",
                condition=Q(kind="passkey", pin="", digest="")
                | (Q(kind="pin") & ~Q(pin="") & ~Q(digest=""))
                | (Q(kind="tablet", kiosk__isnull=False, digest="") & ~Q(pin="")),
            ),
        ]  # fmt: skip


class IdentityCheck(_OfDoorway):
    """Who made sure at the desk who somebody is, by what, for what. Never a paper's number."""

    what = models.CharField(max_length=8, choices=[(each.value, each.value) for each in What])
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    seen = ArrayField(models.CharField(max_length=20))
    paper = models.CharField(
        max_length=20, blank=True, choices=[(each.value, each.value) for each in Paper]
    )
    is_client_present = models.BooleanField(default=True)

    class Meta(_OfDoorway.Meta):
        indexes = [models.Index(fields=["doorway", "-at"], name="doorways_checks_of")]
