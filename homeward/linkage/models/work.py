"""Work and schooling: the client's own goal, words with an employer, a start and what held."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.kinds import Footing, WorkAim
from homeward.linkage.models.records import LinkageRecord


class WorkGoal(LinkageRecord):
    """What the client wants of work or school, in their words; ended by them or with a start."""

    aim = models.CharField(max_length=16, choices=WorkAim)
    own_words = EncryptedTextField()
    set_on = models.DateField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, blank=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "aim"],
                condition=Q(ended_at=None),
                name="linkage_one_work_goal_an_aim",
            )
        ]


class EmployerContact(LinkageRecord):
    """Somebody spoke with an employer or a school. Never changed.

    Nothing that names the client, or by their consent at that instant, or with them on the call.
    """

    goal = models.ForeignKey(WorkGoal, models.PROTECT, related_name="contacts")
    party = models.ForeignKey("consents.OutsideParty", models.PROTECT, null=True, related_name="+")
    party_name = models.CharField(max_length=120)
    footing = models.CharField(max_length=12, choices=Footing)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    what = EncryptedTextField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="linkage_an_employer_hears_by_consent",
                condition=~Q(footing="consent") | Q(disclosure__isnull=False, party__isnull=False),
            )
        ]


class WorkStart(LinkageRecord):
    """A job or a course that began. `ended_on` is set once."""

    goal = models.ForeignKey(WorkGoal, models.PROTECT, related_name="starts")
    what = EncryptedTextField()
    started_on = models.DateField()
    weekly_hours = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=200, blank=True)


class WorkCheck(LinkageRecord):
    """Whether it still held after so many days: asked once, never changed; unknown stays so."""

    class Held(models.TextChoices):
        YES = "yes"
        NO = "no"
        UNKNOWN = "unknown"

    start = models.ForeignKey(WorkStart, models.PROTECT, related_name="checks")
    days = models.PositiveSmallIntegerField()
    held = models.CharField(max_length=8, choices=Held)
    source = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["start", "days"], name="linkage_work_checked_once")
        ]
