"""A placement: the ratings, what was suggested and why, and what the team decided."""

from django.db import models
from django.db.models import F, Q

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Placement(ClientRecord):
    """One dimensional assessment and its decision; frozen once decided.

    `ratings` maps dimension to 0-4, `narratives` dimension to words, `suggestion` is the whole
    explained answer with rule set and version (homeward placement recommend).
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "assessor"

    class Discrepancy(models.TextChoices):
        NONE = ""
        NOT_AVAILABLE = "not_available"
        CLIENT_CHOICE = "client_choice"
        PAYER = "payer"
        COURT = "court"
        WAIT_LIST = "wait_list"
        GEOGRAPHY = "geography"
        CLINICAL = "clinical_judgment"

    edition = models.CharField(max_length=4, default="3")
    assessor = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)
    assessed_at = models.DateTimeField()
    ratings = models.JSONField(default=dict)
    narratives = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    suggestion = models.JSONField(null=True)
    indicated_level = models.CharField(max_length=20, blank=True)
    provided_level = models.CharField(max_length=20, blank=True)
    discrepancy = models.CharField(
        max_length=30, choices=Discrepancy, blank=True, default=Discrepancy.NONE
    )
    discrepancy_note = models.CharField(max_length=300, blank=True)
    client_view = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "assessed_at"], name="placement_client")]
        constraints = [
            models.CheckConstraint(
                name="placement_decision_is_whole",
                condition=Q(decided_at=None)
                | (Q(decided_by__isnull=False) & ~Q(provided_level="")),
            ),
            # A level other than the indicated one always carries its coded reason.
            models.CheckConstraint(
                name="placement_discrepancy_has_its_reason",
                condition=Q(decided_at=None)
                | Q(provided_level=F("indicated_level"))
                | ~Q(discrepancy=""),
            ),
        ]


class HoldRelease(ClientRecord):
    """What cleared a hold on an admission: who examined the client, where, and what they said.

    Holds that new facts can answer (a repeated score, an open question) have no such row: they go
    when the dimensions are rated again.
    """

    record_class = RecordClass.ASSESSMENT

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="releases")
    code = models.CharField(max_length=40)
    cleared_by = models.CharField(max_length=160)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "code"], name="placement_hold_released_once"
            )
        ]


class ExternalResult(ClientRecord):
    """The result of a tool used elsewhere: which, what level, when, by whom; never its text.

    `kept_where` says where the paper or file lies, so that it can be found without being copied.
    """

    record_class = RecordClass.ASSESSMENT

    class Tool(models.TextChoices):
        CONTINUUM = "continuum"
        CO_TRIAGE = "co_triage"
        STATE_FORM = "state_form"
        OTHER = "other"

    tool = models.CharField(max_length=20, choices=Tool)
    tool_name = models.CharField(max_length=80, blank=True)
    edition = models.CharField(max_length=4)
    level = models.CharField(max_length=20)
    done_on = models.DateField()
    done_by = models.CharField(max_length=160)
    kept_where = models.CharField(max_length=200, blank=True)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "done_on"], name="placement_external")]


class StayDecision(ClientRecord):
    """Staying at a level or moving on: what was known, the explained grounds, what was decided.

    `suggestion` is the whole explained answer of the stay rules; `reason` is coded as for a
    placement where the team decides otherwise.
    """

    record_class = RecordClass.ASSESSMENT
    author_path = "decided_by"

    class Outcome(models.TextChoices):
        STAY = "stay"
        MOVE = "move"

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="stays")
    course = models.JSONField()
    suggestion = models.JSONField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    reason = models.CharField(max_length=30, choices=Placement.Discrepancy, blank=True)
    note = models.CharField(max_length=300, blank=True)
    client_view = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    credential = models.CharField(max_length=120, blank=True)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "decided_at"], name="placement_stays")]
