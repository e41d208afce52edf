"""Clients, their supports, and the dated relations that decide who may see what."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Client(ProtectedRecord):
    """A person who asked for care here. The chart number is theirs for good."""

    record_class = RecordClass.IDENTITY
    client_path = "pk"
    minimal_fields = ("chart_number", "name", "preferred_name", "site", "version")

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="client"
    )
    chart_number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    preferred_name = models.CharField(max_length=60, blank=True)
    pronouns = models.CharField(max_length=30, blank=True)
    birth_date = models.DateField()
    sex = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=10, default="en")
    phone = EncryptedTextField(blank=True)
    phone_ending = models.CharField(max_length=4, blank=True)
    voicemail = models.CharField(max_length=20, default="no_details")
    allergies = models.CharField(max_length=200, blank=True)
    primary_substance = models.CharField(max_length=40, blank=True)
    diagnosis = models.CharField(max_length=200, blank=True)

    class Meta(ProtectedRecord.Meta):
        indexes = [
            GinIndex(
                OpClass(Upper("name"), name="gin_trgm_ops"), name="people_client_name_trigram"
            ),
            models.Index(fields=["phone_ending"], name="people_client_phone_ending"),
            models.Index(fields=["site"], name="people_client_site"),
        ]

    def __str__(self) -> str:
        return f"Client {self.pk}"

    @property
    def called(self) -> str:
        """The name used in the room: the preferred one where there is one."""
        return self.preferred_name or self.name.split(" ")[0]

    @property
    def short_name(self) -> str:
        """First name and last initial, as lists that others may glimpse show it."""
        family = self.name.rsplit(" ", 1)[-1] if " " in self.name else ""
        return f"{self.called} {family[:1]}.".strip() if family else self.called


class Contact(ClientRecord):
    """Somebody beside a client: family, another support, an officer of an agency, an employer."""

    record_class = RecordClass.IDENTITY
    minimal_fields = ("client", "site", "kind", "name", "relation", "agency", "version")

    class Kind(models.TextChoices):
        FAMILY = "family"
        SUPPORT = "support"
        AGENCY = "agency"
        EMPLOYER = "employer"
        EMERGENCY = "emergency"

    # Who is told something as a duty or a job goes, and is no relative.
    OUTSIDE = (Kind.AGENCY, Kind.EMPLOYER)

    client = models.ForeignKey(Client, models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=60, blank=True)
    agency = models.CharField(max_length=120, blank=True)
    phone = EncryptedTextField(blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="contacts"
    )


class TeamMembership(ClientRecord):
    """A worker's place on a client's treatment team, from an instant until an instant."""

    record_class = RecordClass.IDENTITY

    client = models.ForeignKey(Client, models.PROTECT, related_name="team")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="teams")
    role = models.CharField(max_length=30)
    is_primary = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=120, blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [
            models.Index(fields=["worker", "client"], name="people_team_worker"),
            models.Index(fields=["client"], name="people_team_client"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(is_primary=True, ends_at=None),
                name="people_one_primary_counselor",
            )
        ]


class AccessReason(ClientRecord):
    """Why somebody outside the team opened a chart, and until when that holds.

    Breaking the glass is the same row with a review that two business days later must be done.
    """

    record_class = RecordClass.AUDIT
    # Who only watches over the installation sees that charts are opened, not whose or why.
    minimal_fields = ("site", "kind", "given_at", "ends_at", "review_due_at", "reviewed_at")

    class Kind(models.TextChoices):
        REASON = "reason"
        BREAK_GLASS = "break_glass"

    account_id = models.UUIDField()
    worker = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    code = models.CharField(max_length=40)
    sentence = models.CharField(max_length=300)
    given_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    review_due_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    finding = models.CharField(max_length=300, blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["account_id", "ends_at"], name="people_reason_account")]


class Stop(ClientRecord):
    """Somebody died, is in hospital or in jail: while it stands nothing goes out by itself.

    At most one stands. Hospital and jail end when they are over; a death only when it was written
    down in error. `since_on` is the day as far as it is known, `known_by` who told;
    `closed_account` whether it closed the client's own account, which was open until then.
    """

    record_class = RecordClass.SCHEDULE
    minimal_fields = ("client", "site", "kind", "since_on", "recorded_at", "ended_at", "version")

    class Kind(models.TextChoices):
        DIED = "died"
        HOSPITAL = "hospital"
        JAIL = "jail"

    class Ending(models.TextChoices):
        OVER = "over"
        IN_ERROR = "in_error"

    kind = models.CharField(max_length=10, choices=Kind)
    since_on = models.DateField()
    known_by = models.CharField(max_length=20)
    note = EncryptedTextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ending = models.CharField(max_length=10, choices=Ending, blank=True)
    ending_reason = models.CharField(max_length=200, blank=True)
    closed_account = models.BooleanField(default=False)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ended_at=None), name="people_one_stop_stands"
            ),
            models.CheckConstraint(
                name="people_stop_ends_with_a_word",
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
            ),
        ]
