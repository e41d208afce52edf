"""Recovery residences: where a client lives or lived, from when until when."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.models.records import LinkageRecord


class ResidenceStay(LinkageRecord):
    """One stay. What the house charges stands nowhere here, and what it may be told is asked anew.

    `certification` is what the house says of its own level, as text, on the day of moving in.
    """

    class Left(models.TextChoices):
        OWN_HOME = "own_home"
        FAMILY = "family"
        OTHER_RESIDENCE = "other_residence"
        HIGHER_CARE = "higher_care"
        HOUSE_ASKED = "house_asked"
        UNSAFE = "unsafe"
        UNKNOWN = "unknown"

    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="+")
    certification = models.CharField(max_length=120, blank=True)
    house_contact = models.CharField(max_length=120, blank=True)
    house_phone = EncryptedTextField(blank=True)
    moved_in_on = models.DateField()
    moved_out_on = models.DateField(null=True)
    left_for = models.CharField(max_length=16, choices=Left, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(moved_out_on=None),
                name="linkage_one_residence_at_a_time",
            ),
            models.CheckConstraint(
                name="linkage_stay_runs_forward",
                condition=Q(moved_out_on=None, left_for="")
                | (Q(moved_out_on__gte=F("moved_in_on")) & ~Q(left_for="")),
            ),
        ]
