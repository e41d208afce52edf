"""One client's way through a protocol: the consent, each turn that was counted, the promises."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Enrolment(ClientRecord):
    """The client's own yes to taking part, on its own paper, and its end. Care depends on neither.

    `token` stands for the course in published draws; it names nobody. Where a parent had to say yes
    beside the client, or a court's guardian in their place, it keeps who and by what right; the
    paper is in the client's name (`signer_name`) all the same.
    """

    record_class = RecordClass.CONSENTS

    class Ending(models.TextChoices):
        CLIENT = "client"
        DESK = "desk"
        DISCHARGE = "discharge"
        PROTOCOL = "protocol"

    protocol = models.ForeignKey("incentives.Protocol", models.PROTECT, related_name="courses")
    episode = models.ForeignKey("admissions.Episode", models.PROTECT, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    text_version = models.CharField(max_length=20)
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=10, default="en")
    signed_at = models.DateTimeField()
    signer_name = models.CharField(max_length=120)
    place = models.CharField(max_length=10)
    witnessed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    guardianship = models.ForeignKey(
        "consents.Guardianship", models.PROTECT, null=True, related_name="+"
    )
    guardian_name = models.CharField(max_length=120, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending, blank=True)
    ended_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ended_at=None), name="incentives_one_course"
            ),
            models.CheckConstraint(
                name="incentives_a_guardian_has_a_right",
                condition=Q(guardianship=None, guardian_name="")
                | (Q(guardianship__isnull=False) & ~Q(guardian_name="")),
            ),
        ]


class Promise(ClientRecord):
    """The hash shown before a turn of a prize bowl, and its sealed secret. Never changed."""

    record_class = RecordClass.DRUG_TESTS

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="promises")
    number = models.PositiveIntegerField()
    commitment = models.CharField(max_length=64)
    sealed_secret = EncryptedTextField()
    made_at = models.DateTimeField()

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "number"], name="incentives_one_promise_a_turn"
            )
        ]


class Turn(ClientRecord):
    """One test, session or activity as it was counted, with why it earned what. Never changed.

    A result that changes later is a new row with the same number that supersedes this one.
    `draw` is the published draw once it is made.
    """

    record_class = RecordClass.DRUG_TESTS

    class Outcome(models.TextChoices):
        MET = "met"
        UNMET = "unmet"
        MISSED = "missed"
        EXCUSED = "excused"

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="turns")
    number = models.PositiveIntegerField()
    revision = models.PositiveSmallIntegerField(default=1)
    origin = models.CharField(max_length=60)
    what = models.CharField(max_length=120, blank=True)
    on = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    cents = models.PositiveIntegerField(default=0)
    decision = models.JSONField()
    draw = models.JSONField(null=True)
    counted_at = models.DateTimeField()
    counted_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "number", "revision"], name="incentives_turn_once"
            ),
            models.UniqueConstraint(
                fields=["enrolment", "origin", "revision"], name="incentives_origin_once"
            ),
            models.CheckConstraint(
                name="incentives_only_what_counts_earns",
                condition=Q(cents=0) | Q(outcome="met"),
            ),
        ]
