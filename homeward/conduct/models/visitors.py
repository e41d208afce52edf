"""The visitors' book. It names no client."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record


class Visit(Record):
    """One visitor, from when until when, whose guest, with the promise of silence they signed."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    name = EncryptedTextField()
    organisation = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=30)
    detail = EncryptedTextField(blank=True)
    host = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    badge = models.CharField(max_length=20)
    promised_at = models.DateTimeField()
    in_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    out_at = models.DateTimeField(null=True)
    out_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["site", "badge"], condition=Q(out_at=None), name="conduct_badge_once"
            ),
            models.CheckConstraint(
                name="conduct_visit_forward", condition=Q(out_at=None) | Q(out_at__gte=F("in_at"))
            ),
        ]
        indexes = [models.Index(fields=["site", "in_at"], name="conduct_visit_site")]
