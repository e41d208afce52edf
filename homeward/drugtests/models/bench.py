"""What testing on site needs before anybody reads a cup: a certificate and a kit in date."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.core.records import Record


class Certificate(Record):
    """A site's CLIA certificate. Source: 42 CFR 493 (no test without a current one)."""

    class Kind(models.TextChoices):
        WAIVER = "waiver"
        COMPLIANCE = "compliance"
        ACCREDITATION = "accreditation"

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, choices=Kind)
    starts_on = models.DateField()
    ends_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="drugtests_certificate_in_order",
                condition=Q(ends_on__gt=models.F("starts_on")),
            )
        ]


class Kit(Record):
    """One lot of test cups at a site, with what they read and until when they may be used."""

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    lot = models.CharField(max_length=30)
    analytes = ArrayField(models.CharField(max_length=40), default=list)
    expires_on = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "name", "lot"], name="drugtests_kit_once")
        ]
