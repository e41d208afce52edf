"""The episode of care, the spine every later row hangs on."""

from django.db import models
from django.db.models import F, Q

from homeward.admissions.models.inquiry import Inquiry
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Episode(ClientRecord):
    """Care from admission to discharge. At most one open per client and program."""

    record_class = RecordClass.SCHEDULE

    client = models.ForeignKey("people.Client", models.PROTECT, related_name="episodes")
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    track = models.ForeignKey("program.Track", models.PROTECT, related_name="+")
    placement = models.ForeignKey("placement.Placement", models.PROTECT, related_name="+")
    inquiry = models.ForeignKey(Inquiry, models.PROTECT, null=True, related_name="episodes")
    admitted_at = models.DateTimeField()
    admitted_on = models.DateField()
    admitted_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    phase = models.ForeignKey("program.Phase", models.PROTECT, related_name="+")
    level_code = models.CharField(max_length=10)
    referral_source = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "program"],
                condition=Q(ended_at=None),
                name="admissions_one_open_episode",
            ),
            models.CheckConstraint(
                name="admissions_episode_runs_forward",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("admitted_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site"], name="admissions_open_episodes", condition=Q(ended_at=None)
            ),
            models.Index(fields=["client", "admitted_on"], name="admissions_client_episodes"),
        ]


class EpisodeStage(ClientRecord):
    """Which phase and level an episode was in from an instant on; append-only."""

    record_class = RecordClass.SCHEDULE

    episode = models.ForeignKey(Episode, models.PROTECT, related_name="stages")
    phase = models.ForeignKey("program.Phase", models.PROTECT, related_name="+")
    level_code = models.CharField(max_length=10)
    starts_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=60)

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["episode", "starts_at"], name="admissions_stages")]


class StageWithdrawal(ClientRecord):
    """A stage still to come that does not happen: care ended before, or the team decided anew.

    The stage stays as it was written; whoever reads stages reads those without a withdrawal.
    """

    record_class = RecordClass.SCHEDULE

    stage = models.OneToOneField(EpisodeStage, models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=60)

    class Meta(ClientRecord.Meta):
        pass
