"""Documents made for a client: kept sealed, named neutrally, never changed."""

from django.db import models

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Document(ClientRecord):
    """One finished document; `sealed` is its encrypted content, `digest` the plain content's."""

    record_class = RecordClass.NOTES

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    subject_id = models.UUIDField()
    template_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id", "digest"], name="documents_once")
        ]
