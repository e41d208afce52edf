"""What belongs to the client alone: a log of meetings, and which milestones are celebrated."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.kinds import MeetingKind, Milestone, Shown
from homeward.linkage.models.records import LinkageRecord


class MeetingEntry(LinkageRecord):
    """A mutual-help meeting in the client's own log. Never asked for, never counted as treatment.

    Only a shared entry is shown to staff (`linkage.queries.shared_meetings`), and only while it
    is shared. The client may change or take back every entry.
    """

    kind = models.CharField(max_length=12, choices=MeetingKind)
    on = models.DateField()
    name = EncryptedTextField(blank=True)
    note = EncryptedTextField(blank=True)
    is_shared = models.BooleanField(default=False)
    written_at = models.DateTimeField()

    class Meta(LinkageRecord.Meta):
        indexes = [models.Index(fields=["client", "on"], name="linkage_meetings")]


class MilestoneChoice(LinkageRecord):
    """The client's yes to celebrating one milestone in one place, under a name they chose.

    Nothing is shown without one, and nothing any more from the instant it is withdrawn.
    """

    milestone = models.CharField(max_length=16, choices=Milestone)
    shown = models.CharField(max_length=8, choices=Shown)
    name_shown = models.CharField(max_length=40)
    since_on = models.DateField(null=True)
    chosen_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "milestone", "shown"],
                condition=Q(withdrawn_at=None),
                name="linkage_one_choice_a_milestone",
            ),
            models.CheckConstraint(name="linkage_a_name_to_show", condition=~Q(name_shown="")),
        ]
