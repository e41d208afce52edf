"""The one table about clients that the pages of family and agencies read (trust model, section 2).

A row is written when the consent engine permitted that item for this person at that instant, and is
gone once the consent behind it is, or its page is over. Nothing here is a record of care: what was
shown to whom, and why, is kept by the ledger.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class Page(models.TextChoices):
    """The pages that show something about somebody else."""

    TODAY = "today"
    TOGETHER = "together"
    MESSAGES = "messages"
    PLAN = "plan"
    SHOWN = "shown"


class Kind(models.TextChoices):
    """What a row is: an item itself, or what belongs beside the items."""

    ITEM = "item"
    OPEN = "open"  # the consent names this class of record; of it there is nothing now
    ALONG = "along"  # the notice of 42 CFR 2.32 and what the consent covers
    WAITING = "waiting"  # a plan waits for this person's signature
    LOG = "log"  # what this person was shown before


class ReleasedItem(ProtectedRecord):
    """One thing that one account may be shown about one client until `ends_at`, as it is shown.

    Every cell of the matrix asks for a client, and for the matrix there is none here: no role
    reaches these rows. They are read for the account alone (`queries.items_for`), over a login
    that sees no others.
    """

    record_class = RecordClass.MESSAGES
    client_path = None

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, related_name="+")
    page = models.CharField(max_length=10, choices=Page)
    kind = models.CharField(max_length=10, choices=Kind)
    place = models.PositiveSmallIntegerField()
    shown_class = models.CharField(max_length=30, blank=True)
    content = EncryptedTextField()
    # The papers it rests on; none for a guardian whom a court named (42 CFR 2.15).
    consent_ids = ArrayField(models.UUIDField(), default=list)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    rule_version = models.CharField(max_length=40, blank=True)
    released_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta(ProtectedRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account", "page", "place"], name="released_one_a_place"
            ),
            models.CheckConstraint(
                name="released_runs_forward", condition=Q(ends_at__gt=F("released_at"))
            ),
        ]
        indexes = [
            models.Index(fields=["client"], name="released_about"),
            models.Index(fields=["ends_at"], name="released_ending"),
            GinIndex(fields=["consent_ids"], name="released_under"),
        ]
