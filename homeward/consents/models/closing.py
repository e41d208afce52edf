"""The end of a client's case, as somebody learned of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class CaseClosing(ClientRecord):
    """A case, sentence, parole or release in which treatment was a condition is over.

    Written once and never changed. It counts from `counts_from`: the end of the day it closed, or
    the moment it was written down when that is the same day.
    """

    record_class = RecordClass.CONSENTS

    class Known(models.TextChoices):
        COURT_PAPER = "court_paper", _("a paper of the court or agency")
        OFFICER = "officer", _("the officer or the agency told us")
        PUBLIC_RECORD = "public_record", _("the court's public record")
        CLIENT = "client", _("the client told us")

    closed_on = models.DateField()
    counts_from = models.DateTimeField()
    known_by = models.CharField(max_length=20, choices=Known)
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    recorded_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        indexes = [models.Index(fields=["client", "counts_from"], name="consents_case_closed")]
