"""The program's rules in their editions, and who signed which."""

from django.db import models
from django.db.models import Q

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class RulesEdition(Record):
    """One wording of the rules in both languages: a draft until published, then never changed.

    `asks_again` False: the wording changed and the rules did not, so nobody signs once more.
    """

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    english = models.TextField()
    spanish = models.TextField()
    note = models.CharField(max_length=200, blank=True)
    asks_again = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "number"], name="conduct_edition_number_once"
            ),
            models.UniqueConstraint(
                fields=["program"], condition=Q(published_at=None), name="conduct_one_draft"
            ),
        ]


class RulesSignature(ClientRecord):
    """A client read one edition and signed it, on the phone or as a paper of the packet."""

    record_class = RecordClass.CONSENTS

    edition = models.ForeignKey(RulesEdition, models.PROTECT, related_name="signatures")
    at = models.DateTimeField()
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    place = models.CharField(max_length=20)
    content_hash = models.CharField(max_length=64)
    item = models.ForeignKey("packets.PacketItem", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client", "edition"], name="conduct_signed_once")
        ]
