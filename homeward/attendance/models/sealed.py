"""Marks and words written while a device had no network: its keys, and what became of each."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record


class SealingKey(Record):
    """A pair of keys: devices seal with the public one, and the server alone opens.

    Both are base64url: an uncompressed point of P-256, and the private number, sealed at rest.
    """

    public = models.CharField(max_length=100, unique=True)
    private = EncryptedTextField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)


class OfflineEntry(Record):
    """One entry that came in sealed, kept under the key its device gave it.

    The same key never acts twice. It is its writer's alone: only that account sees it. `words`
    holds, sealed, what was typed where it could not be put in its place; it goes once the writer
    has dealt with it.
    """

    class Outcome(models.TextChoices):
        APPLIED = "applied"
        REFUSED = "refused"

    key = models.UUIDField(unique=True)
    account_id = models.UUIDField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    client_id = models.UUIDField(null=True)
    what = models.CharField(max_length=12)
    said_at = models.DateTimeField()
    received_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    code = models.CharField(max_length=60, blank=True)
    words = EncryptedTextField(blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["account_id", "received_at"],
                name="attendance_offline_waits",
                condition=models.Q(outcome="refused", settled_at=None),
            )
        ]
