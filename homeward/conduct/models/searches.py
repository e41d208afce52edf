"""Consent to have one's belongings looked through, each search, and what was found."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class SearchConsent(ClientRecord):
    """The client's written consent: belongings, not bodies, two of staff. Ended by their word."""

    record_class = RecordClass.CONSENTS

    signed_at = models.DateTimeField()
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    place = models.CharField(max_length=20)
    taken_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(withdrawn_at=None), name="conduct_one_consent"
            )
        ]


class BelongingsSearch(ClientRecord):
    """Somebody's belongings were looked through, or were not because they said no. Never changed.

    `told` is what the client said to it.
    """

    record_class = RecordClass.SCHEDULE

    at = models.DateTimeField()
    ground = models.CharField(max_length=30)
    places = ArrayField(models.CharField(max_length=40), default=list)
    is_declined = models.BooleanField(default=False)
    told = EncryptedTextField(blank=True)
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    second = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    decision = models.JSONField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_search_by_two",
                condition=Q(is_declined=True)
                | (Q(second__isnull=False) & ~Q(second=models.F("by"))),
            )
        ]


class FoundItem(ClientRecord):
    """A thing that was found or handed in: secured at once, ended once and for good."""

    record_class = RecordClass.SCHEDULE

    search = models.ForeignKey(BelongingsSearch, models.PROTECT, null=True, related_name="items")
    kind = models.CharField(max_length=30)
    words = EncryptedTextField()
    secured_at = models.DateTimeField()
    secured_where = models.CharField(max_length=80)
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    way = models.CharField(max_length=30, blank=True)
    to_whom = EncryptedTextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    decision = models.JSONField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_item_ended_whole",
                condition=Q(ended_at=None, way="", ended_by=None)
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(way="")),
            )
        ]


class Witness(ClientRecord):
    """A second person at a search or at the end of a thing, who says so with their own sign-in.

    Until then the row waits for them; "I was not there" is kept as well.
    """

    record_class = RecordClass.SCHEDULE

    search = models.ForeignKey(
        BelongingsSearch, models.PROTECT, null=True, related_name="witnesses"
    )
    item = models.ForeignKey(FoundItem, models.PROTECT, null=True, related_name="witnesses")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    was_there = models.BooleanField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_witness_of_one",
                condition=Q(search=None, item__isnull=False) | Q(search__isnull=False, item=None),
            ),
            models.CheckConstraint(
                name="conduct_witness_answers_whole",
                condition=Q(answered_at=None, was_there=None)
                | Q(answered_at__isnull=False, was_there__isnull=False),
            ),
        ]
