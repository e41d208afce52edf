"""Documents made for a client: kept sealed, named neutrally, never changed."""

from django.db import models

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Document(ClientRecord):
    """One finished document; `sealed` is its encrypted content, `digest` the plain content's.

    `author` wrote what the document says, where one person did. `code_digest` is the keyed digest
    of the code printed on it, which with the day `made_on` proves it; the code itself is nowhere
    else. `content_digest` finds the same content again on the same day.
    """

    record_class = RecordClass.NOTES
    author_path = "author"

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    subject_id = models.UUIDField()
    template_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()
    made_on = models.DateField(null=True)
    code_digest = models.CharField(max_length=64, blank=True)
    content_digest = models.CharField(max_length=64, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id", "digest"], name="documents_once")
        ]
        indexes = [
            models.Index(
                fields=["code_digest"],
                name="documents_code",
                condition=~models.Q(code_digest=""),
            )
        ]
