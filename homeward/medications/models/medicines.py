"""The list of medicines, what happened to each line, and its reconciliations."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.medications.models.records import MedicalRecord


class Medication(MedicalRecord):
    """One medicine a person takes, as it stands now; each change is an event beside it.

    `kind` is the code of a medicine this house knows (`rules.known`), empty for any other.
    `dose_times` are the site's wall clock; `dose_days` weekdays, Monday 0, empty for every day.
    `stays_with_person` names why it is never taken into storage: inhaler, epinephrine, insulin,
    naloxone. `shows_as` are the analytes a test is expected to find.
    """

    minimal_fields = (
        "client", "site", "version", "kind", "name", "dose", "route", "is_observed", "dose_times",
        "dose_days", "schedule", "started_on", "ended_on", "held_at",
        "recorded_at",
    )  # fmt: skip

    kind = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=120)
    dose = models.CharField(max_length=80)
    route = models.CharField(max_length=20)
    frequency = models.CharField(max_length=80)
    prescriber = models.CharField(max_length=120, blank=True)
    dispenser = models.CharField(max_length=120, blank=True)
    reason = EncryptedTextField(blank=True)
    schedule = models.CharField(max_length=2, blank=True)
    shows_as = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    is_observed = models.BooleanField(default=False)
    dose_times = ArrayField(models.TimeField(), default=list, blank=True)
    dose_days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    injection_days = models.PositiveSmallIntegerField(null=True)
    stays_with_person = models.CharField(max_length=20, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_reason = models.CharField(max_length=200, blank=True)
    held_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="medications_methadone_names_its_otp",
                condition=~Q(kind="methadone") | ~Q(dispenser=""),
            ),
            models.CheckConstraint(
                name="medications_observed_is_prescribed",
                condition=Q(is_observed=False) | ~Q(prescriber=""),
            ),
        ]
        indexes = [models.Index(fields=["client", "ended_on"], name="medications_of_client")]

    @property
    def is_controlled(self) -> bool:
        """Whether the law counts every piece of it."""
        return bool(self.schedule)


class MedicationEvent(MedicalRecord):
    """What happened to one line of the list, as it was before and after. Never changed."""

    medication = models.ForeignKey(Medication, models.PROTECT, related_name="events")
    what = models.CharField(max_length=30)
    detail = models.JSONField(default=dict)
    words = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        indexes = [models.Index(fields=["medication", "at"], name="medications_events")]


class Reconciliation(MedicalRecord):
    """The whole list gone through with the person, once, at one of four moments. Never changed."""

    moment = models.CharField(max_length=20)
    takes_nothing = models.BooleanField(default=False)
    interactions_by = models.CharField(max_length=120, blank=True)
    interactions_source = models.CharField(max_length=120, blank=True)
    note = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="medications_interactions_name_their_source",
                condition=Q(interactions_by="") | ~Q(interactions_source=""),
            )
        ]
        indexes = [models.Index(fields=["client", "at"], name="medications_reconciled")]


class ReconciliationLine(MedicalRecord):
    """One medicine as it was said at a reconciliation. Never changed."""

    reconciliation = models.ForeignKey(Reconciliation, models.PROTECT, related_name="lines")
    medication = models.ForeignKey(Medication, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    dose = models.CharField(max_length=80)
    route = models.CharField(max_length=20)
    frequency = models.CharField(max_length=80)
    prescriber = models.CharField(max_length=120, blank=True)
    reason = EncryptedTextField(blank=True)
    last_taken = models.CharField(max_length=60)
    source = models.CharField(max_length=20)
    action = models.CharField(max_length=10)
    changed_to = models.CharField(max_length=160, blank=True)

    class Meta(MedicalRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["reconciliation", "medication"], name="medications_reconciled_once"
            ),
            models.CheckConstraint(
                name="medications_line_is_acted_on",
                condition=Q(action__in=("continue", "change", "stop")),
            ),
        ]
