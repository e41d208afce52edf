"""What was decided about a duty to report, on what, and by whom."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class ReportDecision(ProtectedRecord):
    """One answer of the aid with the rules that gave it. Never changed; outside every chart."""

    record_class = RecordClass.INCIDENTS
    client_path = None
    author_path = "decided_by"
    minimal_fields = ("site", "decided_at", "version")

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    client = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    matter = models.CharField(max_length=30)
    outcome = models.CharField(max_length=30)
    asked = models.JSONField()
    decision = models.JSONField()
    rule_set = models.CharField(max_length=40)
    rule_version = models.CharField(max_length=20)
    words = EncryptedTextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
