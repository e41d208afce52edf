"""Append-only rows: entries, their place in the chain, and signed heads."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func


class CurrentTransaction(Func):
    """The number of the running transaction: the order in which waiting rows get their places."""

    template = "(pg_current_xact_id()::text)::bigint"
    output_field = models.BigIntegerField()


class Entry(models.Model):
    """One thing done or seen. Inserted with the change itself; never updated or deleted.

    `lane` is one writing thread of one process and `lane_number` counts its rows without a gap,
    so a row removed before it was sequenced leaves a hole. `mac` is keyed outside the database.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    lane = models.CharField(max_length=40)
    lane_number = models.BigIntegerField()
    request_id = models.CharField(max_length=40, blank=True)
    account_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=20)
    actor_ref = models.CharField(max_length=60, blank=True)
    session_ref = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=80)
    record = models.CharField(max_length=80, blank=True)
    record_ids = ArrayField(models.UUIDField(), default=list)
    client_ids = ArrayField(models.UUIDField(), default=list)
    purpose = models.CharField(max_length=40, blank=True)
    fields = ArrayField(models.CharField(max_length=80), default=list)
    permitted = models.BooleanField(default=True)
    reason = models.CharField(max_length=200, blank=True)
    transaction_number = models.BigIntegerField(db_default=CurrentTransaction())
    mac = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lane", "lane_number"], name="audit_lane_has_no_twin"),
        ]
        indexes = [
            models.Index(fields=["at"], name="audit_entry_at"),
            models.Index(fields=["account_id", "at"], name="audit_entry_account"),
        ]

    def __str__(self) -> str:
        return f"Audit entry {self.pk}"


class Waiting(models.Model):
    """An entry without a place in the order; filled by a trigger, emptied by the sequencer."""

    entry_id = models.UUIDField(primary_key=True)
    transaction_number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"Waiting audit entry {self.entry_id}"


class Link(models.Model):
    """An entry's place in the one gapless order, and the chain value up to it."""

    number = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField(unique=True)
    chain = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Audit link {self.number}"


class Head(models.Model):
    """The chain's length and value at one moment, signed with a key kept outside the database."""

    size = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    chain = models.CharField(max_length=64)
    signature = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"Audit head {self.size}"
