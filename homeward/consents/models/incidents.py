"""What happened on the premises or against staff, as far as a report may name it."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import ProtectedRecord
from homeward.kernel.records import RecordClass


class PremisesIncident(ProtectedRecord):
    """The day, the place and in short what happened (42 CFR 2.12(c)(5)); never changed.

    It names no client: which of them it is reported about stands in the ledger by this row's id.
    """

    record_class = RecordClass.INCIDENTS
    client_path = None

    site = models.ForeignKey("program.Site", models.PROTECT, related_name="+")
    on = models.DateField()
    place = models.CharField(max_length=80)
    what = EncryptedTextField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
