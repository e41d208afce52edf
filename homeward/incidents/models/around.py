"""Beside an incident: who by code, whom it was told, what follows, and what was changed in it."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.incidents.models.incident import Incident
from homeward.kernel.records import RecordClass


class OfIncident(ProtectedRecord):
    """A row of one incident."""

    record_class = RecordClass.INCIDENTS
    client_path = None
    site_path = "incident__site"
    minimal_fields = ("incident", "version")

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="%(class)ss")

    class Meta(ProtectedRecord.Meta):
        abstract = True


class IncidentPerson(OfIncident):
    """Somebody in it, by a code that says nothing outside this incident: C1, S1, V1."""

    class Kind(models.TextChoices):
        CLIENT = "client"
        STAFF = "staff"
        VISITOR = "visitor"
        OTHER = "other"

    class Part(models.TextChoices):
        AFFECTED = "affected"
        INVOLVED = "involved"
        WITNESS = "witness"
        RESPONDED = "responded"

    code = models.CharField(max_length=6)
    kind = models.CharField(max_length=10, choices=Kind)
    part = models.CharField(max_length=10, choices=Part)
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    words = EncryptedTextField(blank=True)

    class Meta(OfIncident.Meta):
        constraints = [
            models.UniqueConstraint(fields=["incident", "code"], name="incidents_code_once")
        ]


class IncidentNotification(OfIncident):
    """Somebody was told, when, how and by whom. Never changed."""

    class Whom(models.TextChoices):
        SUPERVISOR = "supervisor"
        DIRECTOR = "director"
        STATE = "state"
        PEOPLE = "people"
        HHS = "hhs"
        MEDIA = "media"
        EMERGENCY = "emergency"
        POLICE = "police"
        CHILD_PROTECTION = "child_protection"
        FAMILY = "family"
        PHYSICIAN = "physician"
        INSURER = "insurer"
        OTHER = "other"

    class How(models.TextChoices):
        IN_PERSON = "in_person"
        PHONE = "phone"
        FORM = "form"
        MAIL = "mail"

    whom = models.CharField(max_length=20, choices=Whom)
    how = models.CharField(max_length=10, choices=How)
    told_at = models.DateTimeField()
    reference = models.CharField(max_length=60, blank=True)
    words = EncryptedTextField(blank=True)
    written_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")


class FollowUp(OfIncident):
    """One thing that follows, whose it is, until when, and what came of it."""

    what = EncryptedTextField()
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    due_on = models.DateField()
    opened_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    result = EncryptedTextField(blank=True)

    class Meta(OfIncident.Meta):
        constraints = [
            models.CheckConstraint(
                name="incidents_follow_up_ends_whole",
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
            )
        ]


class IncidentEvent(OfIncident):
    """What was changed in an incident, by whom and why. Never changed."""

    code = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    words = EncryptedTextField(blank=True)
