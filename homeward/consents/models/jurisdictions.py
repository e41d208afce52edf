"""State law on who may agree to treatment, as the program's file gives it."""

from django.db import models

from homeward.core.records import Record


class MinorConsentAge(Record):
    """From which age a minor agrees to treatment alone in a state, from a day on.

    `age` in whole years; None: never without a parent. It replaces the shipped line of the state.
    """

    state = models.CharField(max_length=2)
    starts_on = models.DateField()
    age = models.PositiveSmallIntegerField(null=True)
    source_title = models.CharField(max_length=200)
    tag = models.CharField(max_length=10)
    citation = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "starts_on"], name="consents_state_day_once")
        ]
