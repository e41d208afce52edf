"""Keys and packs by site and morning, who fetched them, and what was keyed from paper."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class PackKey(Record):
    """What one site's packs are locked with, from an instant until another.

    The passphrase is nowhere: `sealed_key` is what was derived from it with `salt` in `rounds`
    rounds, under the house's own key.
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    salt = models.BinaryField()
    rounds = models.PositiveIntegerField()
    sealed_key = models.BinaryField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site"], condition=Q(ended_at=None), name="downtime_one_key_a_site"
            )
        ]


class DowntimePack(Record):
    """One pack of one site and morning, as the locked file itself.

    It names nobody: `counts` are numbers, `locked` is ciphertext that opens with the passphrase
    alone. After its days `locked` is emptied; that it was made, and who had it, stays.
    """

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    key = models.ForeignKey(PackKey, models.PROTECT, related_name="packs")
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    locked = models.BinaryField()
    emptied_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["site", "on"], name="downtime_site_day")]


class PackFetch(Record):
    """Somebody took a pack onto their device; never changed. No worker: written to a folder."""

    pack = models.ForeignKey(DowntimePack, models.PROTECT, related_name="fetches")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()


class PaperEntry(ClientRecord):
    """Words written on paper, keyed later with their true time and author.

    They wait until the author takes them into the record by the ordinary way; then `taken_at` and
    what they became stand here, and nothing changes any more.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    class Became(models.TextChoices):
        NOTE_DRAFT = "note_draft"
        LATE_ENTRY = "late_entry"
        OBSERVATION = "observation"
        DECLINED = "declined"

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="+")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    words = EncryptedTextField()
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    became = models.CharField(max_length=20, choices=Became, blank=True)
    became_id = models.UUIDField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="downtime_keyed_after_it_was_written",
                condition=Q(keyed_at__gte=F("written_at")),
            ),
            models.CheckConstraint(
                name="downtime_taking_is_whole",
                condition=Q(taken_at=None, became="") | (Q(taken_at__isnull=False) & ~Q(became="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["author", "keyed_at"], name="downtime_waiting", condition=Q(taken_at=None)
            )
        ]
