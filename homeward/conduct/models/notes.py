"""Short dated notes about dress and conduct."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class ConductNote(ClientRecord):
    """One short note with the rule it refers to, as that rule read then. Never changed."""

    record_class = RecordClass.NOTES
    author_path = "by"

    class Kind(models.TextChoices):
        DRESS = "dress"
        CONDUCT = "conduct"
        PRAISE = "praise"

    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField()
    words = EncryptedTextField()
    rule_code = models.CharField(max_length=41)
    edition = models.ForeignKey("RulesEdition", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
