"""What a client needs besides treatment, and each place they were sent to for it."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.linkage.kinds import Footing, NeedKind, Severity, Wants
from homeward.linkage.models.records import LinkageRecord


class Need(LinkageRecord):
    """One kind of need of one client, for good: met, and reopened when it comes back.

    `wants` is the client's own answer. An answer in an interview is not a wish, so a need found
    there waits as not asked until somebody asks.
    """

    class State(models.TextChoices):
        OPEN = "open"
        MET = "met"
        DROPPED = "dropped"

    kind = models.CharField(max_length=20, choices=NeedKind)
    severity = models.CharField(max_length=12, choices=Severity)
    wants = models.CharField(max_length=12, choices=Wants)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    own_words = EncryptedTextField(blank=True)
    note = EncryptedTextField(blank=True)
    opened_at = models.DateTimeField()
    answer_due_at = models.DateTimeField(null=True)
    owner = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["client", "kind"], name="linkage_one_need_a_kind"),
            models.CheckConstraint(
                name="linkage_need_end_is_whole",
                condition=Q(state="open", ended_at=None)
                | (~Q(state="open") & Q(ended_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "answer_due_at"],
                name="linkage_needs_waiting",
                condition=Q(state="open", wants="now"),
            )
        ]


class NeedEvent(LinkageRecord):
    """What happened to a need: told, asked, met, reopened. Never changed."""

    class What(models.TextChoices):
        TOLD = "told"
        ASKED = "asked"
        MET = "met"
        REOPENED = "reopened"
        DROPPED = "dropped"

    need = models.ForeignKey(Need, models.PROTECT, related_name="events")
    what = models.CharField(max_length=10, choices=What)
    source = models.CharField(max_length=20)
    source_ref = models.CharField(max_length=80, blank=True)
    wants = models.CharField(max_length=12, blank=True)
    severity = models.CharField(max_length=12, blank=True)
    note = EncryptedTextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(LinkageRecord.Meta):
        indexes = [models.Index(fields=["need", "at"], name="linkage_need_events")]


class NeedReferral(LinkageRecord):
    """A client sent to a place for a need, open until it is known what came of it.

    `due_at` is the instant of the clock that runs now: the place's answer first, then the day
    after an appointment on which somebody asks whether it was kept.
    """

    class State(models.TextChoices):
        SENT = "sent"
        ACCEPTED = "accepted"
        WAIT_LISTED = "wait_listed"
        BOOKED = "booked"
        MISSED = "missed"
        ENDED = "ended"

    class Outcome(models.TextChoices):
        KEPT = "kept"
        SERVED = "served"
        DECLINED_BY_CLIENT = "declined_by_client"
        DECLINED_BY_PLACE = "declined_by_place"
        NO_ANSWER = "no_answer"
        NOT_NEEDED = "not_needed"

    need = models.ForeignKey(Need, models.PROTECT, related_name="referrals")
    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.SENT)
    footing = models.CharField(max_length=12, choices=Footing)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    kept_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    reason = EncryptedTextField(blank=True)

    class Meta(LinkageRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["need", "service"],
                condition=Q(ended_at=None),
                name="linkage_one_open_referral_a_place",
            ),
            models.CheckConstraint(
                name="linkage_referral_ended_with_an_outcome",
                condition=Q(ended_at=None, outcome="")
                | (Q(ended_at__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="linkage_what_left_has_its_ledger_row",
                condition=~Q(footing="consent") | Q(disclosure__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "due_at"],
                name="linkage_open_referrals",
                condition=Q(ended_at=None),
            )
        ]


class ReferralStep(LinkageRecord):
    """One step of a referral as it happened: who was spoken to, and on what footing."""

    referral = models.ForeignKey(NeedReferral, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    spoke_with = models.CharField(max_length=120, blank=True)
    footing = models.CharField(max_length=12, choices=Footing)
    disclosure = models.ForeignKey(
        "consents.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    note = EncryptedTextField(blank=True)

    class Meta(LinkageRecord.Meta):
        indexes = [models.Index(fields=["referral", "at"], name="linkage_referral_steps")]
