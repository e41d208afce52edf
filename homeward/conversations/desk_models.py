"""Short neutral messages of the front desk: texts the program approved, and each one sent."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class DeskText(Record):
    """One version of a text in both languages, as somebody approved it. Never changed.

    The newest version of a code counts; one that is not offered ends the text. Its words hold
    nothing that a stranger may not glimpse (`notices.rules.lexicon`).
    """

    code = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    en = models.CharField(max_length=300)
    es = models.CharField(max_length=300)
    is_offered = models.BooleanField(default=True)
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta:
        app_label = "conversations"
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="conversations_text_version")
        ]


class DeskWord(ClientRecord):
    """One approved text sent to one client by the front desk; nothing else can be said in it.

    It belongs to the client's times, as everything the front desk does; nobody reads it by a
    consent of somebody else. `seen_at` is when the client first saw it.
    """

    record_class = RecordClass.SCHEDULE
    rows_by_relation: ClassVar[dict[str, Q]] = {"consent": Q(pk=None)}

    text = models.ForeignKey(DeskText, models.PROTECT, related_name="sent")
    at = models.DateTimeField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta(ClientRecord.Meta):
        app_label = "conversations"
        indexes = [models.Index(fields=["client", "-at"], name="conversations_desk_word")]
