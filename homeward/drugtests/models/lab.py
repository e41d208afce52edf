"""Laboratories, the orders that go to them, and the messages that come back."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Laboratory(Record):
    """A laboratory that takes our specimens. `sender` is how its messages name it (MSH-4).

    `codes` maps the laboratory's own codes and names, in lower case, to our analytes. `analytes`
    are what it tests for us, empty where nobody said; `clia_ends_on` is the last day of its CLIA
    certificate (42 CFR 493), empty where it is not on record.
    """

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    sender = models.CharField(max_length=80, unique=True)
    codes = models.JSONField(default=dict)
    is_active = models.BooleanField(default=True)
    clia_number = models.CharField(max_length=20, blank=True)
    clia_ends_on = models.DateField(null=True)
    analytes = ArrayField(models.CharField(max_length=40), default=list, blank=True)


class LabOrder(ClientRecord):
    """One specimen's order at a laboratory; its number comes back with the result."""

    record_class = RecordClass.DRUG_TESTS
    minimal_fields = ("client", "site", "number", "sent_at", "version")

    class Kind(models.TextChoices):
        SCREEN = "screen"
        CONFIRMATION = "confirmation"

    test = models.ForeignKey("drugtests.DrugTest", models.PROTECT, related_name="lab_orders")
    laboratory = models.ForeignKey(Laboratory, models.PROTECT, related_name="+")
    number = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    analytes = ArrayField(models.CharField(max_length=40), default=list)
    beyond_need = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_reason = models.CharField(max_length=200, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["test", "kind"],
                condition=Q(closed_at=None),
                name="drugtests_one_open_lab_order",
            )
        ]


class LabMessage(Record):
    """One message as it came, once; the same bytes again change nothing but the count.

    It may be about anybody, so its text is sealed and nobody reaches it but who reads results.
    """

    class Via(models.TextChoices):
        FILE = "file"
        MLLP = "mllp"
        HAND = "hand"

    class State(models.TextChoices):
        FILED = "filed"
        NOTHING_NEW = "nothing_new"
        QUARANTINED = "quarantined"
        SET_ASIDE = "set_aside"
        REFUSED = "refused"

    digest = models.CharField(max_length=64, unique=True)
    laboratory = models.ForeignKey(Laboratory, models.PROTECT, null=True, related_name="+")
    via = models.CharField(max_length=10, choices=Via)
    control_id = models.CharField(max_length=199, blank=True)
    raw = EncryptedTextField()
    received_at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=State)
    answer = models.CharField(max_length=2)
    codes = ArrayField(models.CharField(max_length=40), default=list)
    place = models.JSONField(null=True)
    decisions = models.JSONField(default=list)
    order_number = models.CharField(max_length=40, blank=True)
    lab_order = models.ForeignKey(LabOrder, models.PROTECT, null=True, related_name="messages")
    replays = models.PositiveIntegerField(default=0)
    replayed_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    resolution = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "received_at"], name="drugtests_message_state"),
            models.Index(fields=["laboratory", "control_id"], name="drugtests_message_control"),
        ]
