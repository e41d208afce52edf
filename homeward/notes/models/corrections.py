"""What happens to a note beside its words: proofs of signing, setting aside, words kept, answers.

A signed note is never deleted. One written in the wrong chart is voided: it leaves the chart's
notes with its reason, and can be brought back. A deleted draft is set aside in the same way.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.sealed_mapping import EncryptedMappingField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class SignatureProof(ClientRecord):
    """What a signature under a note stood on: who, as what, meaning what, how fresh, over what.

    `parts` holds a keyed digest of each part of the note, so that a note that no longer matches its
    signature can say which part changed. Never changed.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    class Meaning(models.TextChoices):
        AUTHOR = "author"
        COSIGN = "cosign"

    note = models.ForeignKey("notes.ClientNote", models.PROTECT, related_name="proofs")
    meaning = models.CharField(max_length=10, choices=Meaning)
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    held = models.ForeignKey("staff.Credential", models.PROTECT, null=True, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    authenticated_at = models.DateTimeField()
    template = models.CharField(max_length=40)
    parts = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["note", "meaning"], name="notes_one_proof_a_meaning"),
            models.CheckConstraint(
                name="notes_proof_is_not_a_cosign_of_ones_own",
                condition=~Q(meaning="cosign", worker=F("author")),
            ),
        ]


class SettingAside(ClientRecord):
    """A note left its chart's notes, or came back: a draft deleted, a signed note voided.

    Never changed. Names no other client, wherever the words belonged.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    class Kind(models.TextChoices):
        DELETED = "deleted"
        VOIDED = "voided"
        RESTORED = "restored"

    class Reason(models.TextChoices):
        WRONG_CHART = "wrong_chart"
        WRITTEN_TWICE = "written_twice"
        NOT_HELD = "not_held"
        NOT_NEEDED = "not_needed"
        BY_MISTAKE = "by_mistake"

    note = models.ForeignKey("notes.ClientNote", models.PROTECT, related_name="settings_aside")
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.CharField(max_length=20, choices=Reason)
    words = EncryptedTextField(blank=True)
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["note", "at"], name="notes_aside")]


class EarlierWords(ClientRecord):
    """Words of a draft that something newer took the place of, kept so that they can come back."""

    record_class = RecordClass.NOTES
    author_path = "author"

    class Why(models.TextChoices):
        SHORTENED = "shortened"
        OTHER_WINDOW = "other_window"
        BROUGHT_BACK = "brought_back"

    note = models.ForeignKey("notes.ClientNote", models.PROTECT, related_name="earlier_words")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    why = models.CharField(max_length=20, choices=Why)
    style = models.CharField(max_length=10, blank=True)
    sections: "models.Field[Any, Any]" = EncryptedMappingField(null=True)
    body = EncryptedTextField()
    saved_at = models.DateTimeField()
    kept_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["note", "kept_at"], name="notes_earlier_words")]


class NotAClient(ClientRecord):
    """The author's answer that a word of a note means no client; kept as a digest of the word."""

    record_class = RecordClass.NOTES
    author_path = "author"

    note = models.ForeignKey("notes.ClientNote", models.PROTECT, related_name="not_clients")
    author = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    word_digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["note", "word_digest"], name="notes_answered_once")
        ]
