"""Appointments outside: booked with a provider, a time and who confirmed it; then kept or not."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.models.needs import NeedReferral
from homeward.linkage.models.records import LinkageRecord
from homeward.linkage.models.transfers import Transfer


class OutsideAppointment(LinkageRecord):
    """One appointment at another place. Words about a plan are not a booking: it names three facts.

    The provider, the time, and who at the place confirmed it. Once settled it stays as it is; a
    new time is a new row that replaces it.
    """

    class Kind(models.TextChoices):
        NEED = "need"
        TRANSFER = "transfer"
        AFTERCARE = "aftercare"
        MEDICAL = "medical"
        MENTAL_HEALTH = "mental_health"
        PEER = "peer"
        OTHER = "other"

    class State(models.TextChoices):
        BOOKED = "booked"
        KEPT = "kept"
        MISSED = "missed"
        DECLINED = "declined"
        CANCELLED = "cancelled"
        MOVED = "moved"

    class Confirmed(models.TextChoices):
        PHONE = "phone"
        IN_PERSON = "in_person"
        PORTAL = "portal"
        LETTER = "letter"
        CLIENT_SAID = "client_said"

    class Source(models.TextChoices):
        PLACE_SAID = "place_said"
        CLIENT_SAID = "client_said"
        SEEN_THERE = "seen_there"
        LETTER = "letter"

    kind = models.CharField(max_length=16, choices=Kind)
    referral = models.ForeignKey(
        NeedReferral, models.PROTECT, null=True, related_name="appointments"
    )
    transfer = models.ForeignKey(Transfer, models.PROTECT, null=True, related_name="appointments")
    service = models.ForeignKey("directory.Service", models.PROTECT, null=True, related_name="+")
    provider = models.CharField(max_length=120)
    place = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=120)
    confirmed_how = models.CharField(max_length=12, choices=Confirmed)
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.BOOKED)
    settled_at = models.DateTimeField(null=True)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=12, choices=Source, blank=True)
    note = EncryptedTextField(blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    origin = models.CharField(max_length=120, blank=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="linkage_a_booking_names_provider_and_who_confirmed",
                condition=~Q(provider="") & ~Q(confirmed_by=""),
            ),
            models.CheckConstraint(
                name="linkage_settled_appointment_is_whole",
                condition=Q(state="booked", settled_at=None)
                | (~Q(state="booked") & Q(settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="linkage_kept_or_missed_by_a_source",
                condition=~Q(state__in=("kept", "missed")) | ~Q(source=""),
            ),
            models.CheckConstraint(
                name="linkage_appointment_follows_one_thing",
                condition=Q(referral=None) | Q(transfer=None),
            ),
        ]
        indexes = [
            models.Index(fields=["client", "at"], name="linkage_client_appointments"),
            models.Index(fields=["site", "at"], name="linkage_booked", condition=Q(state="booked")),
            models.Index(fields=["origin"], name="linkage_booked_from", condition=~Q(origin="")),
        ]

    @property
    def is_booked(self) -> bool:
        """Whether it still stands."""
        return bool(self.state == self.State.BOOKED)
