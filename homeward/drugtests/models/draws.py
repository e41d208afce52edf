"""Pools of clients, and one draw for each pool and day."""

from django.db import models
from django.db.models import Q

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record


class Pool(Record):
    """The clients of one program at one site from whom a day's tests are drawn."""

    code = models.CharField(max_length=60, unique=True)
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")


class Draw(Record):
    """One pool and day. The commitment is published before the day, the secret after it.

    `secret` is empty until it is revealed; until then it is kept sealed in `sealed_secret`.
    `roster` and `drawn` hold tokens, never names; `seal` is published as soon as they stand.
    """

    pool = models.ForeignKey(Pool, models.PROTECT, related_name="draws")
    day = models.DateField()
    method = models.CharField(max_length=40)
    commitment = models.CharField(max_length=64)
    committed_at = models.DateTimeField()
    sealed_secret = EncryptedTextField()
    secret = models.CharField(max_length=64, blank=True)
    roster = models.JSONField(default=list)
    drawn = models.JSONField(default=list)
    seal = models.CharField(max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pool", "day"], name="drugtests_one_draw_a_day"),
            models.CheckConstraint(
                name="drugtests_revealed_after_drawn",
                condition=Q(revealed_at=None) | Q(drawn_at__isnull=False),
            ),
        ]
