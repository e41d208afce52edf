"""Rows that belong to the way of writing itself: forms already sent, effects still to deliver."""

import uuid

from django.db import models

from homeward.core.crypto import EncryptedTextField


class Submission(models.Model):
    """A form that was acted on: sending it again gives the first answer, not a second effect.

    Kept 30 days. The same key with another body is refused.
    """

    key = models.CharField(max_length=64, primary_key=True)
    account_id = models.UUIDField(null=True)
    route = models.CharField(max_length=120)
    body_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["at"], name="core_submission_at")]

    def __str__(self) -> str:
        return f"Submission {self.key[:8]}"


class OutboxItem(models.Model):
    """An effect outside the database, committed with the change that caused it.

    Delivered by the worker at least once; `key` lets the receiver see a repetition. The payload
    holds identifiers, never what a record says.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DELIVERED = "delivered"
        WITHHELD = "withheld"
        IN_DOUBT = "in_doubt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    settled_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                name="core_outbox_waiting",
                condition=models.Q(state="waiting"),
            )
        ]

    def __str__(self) -> str:
        return f"Outbox {self.kind} {self.pk}"


class Draft(models.Model):
    """What somebody typed and has not sent yet: sealed, one to a form and account.

    It is nobody's record: only its own account reads it, it goes when the form is sent, and
    after 14 days in any case.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account_id = models.UUIDField()
    place = models.CharField(max_length=120)
    body = EncryptedTextField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account_id", "place"], name="core_draft_once")
        ]
        indexes = [models.Index(fields=["saved_at"], name="core_draft_saved_at")]

    def __str__(self) -> str:
        return f"Draft {self.pk}"


class Heartbeat(models.Model):
    """When a process of the installation last said it was alive."""

    name = models.CharField(max_length=60, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Heartbeat {self.name}"
