"""In which format a program writes its notes, from a day on."""

from django.db import models

from homeward.core.records import Record


class NoteFormat(Record):
    """A program's format for one kind of session, or for every kind where `kind` is empty.

    A later row supersedes an earlier one from its day on. Never changed.
    """

    class Style(models.TextChoices):
        WORDS = "words"
        DAP = "dap"
        SOAP = "soap"
        BIRP = "birp"
        GIRP = "girp"

    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, blank=True)
    style = models.CharField(max_length=10, choices=Style)
    starts_on = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["program", "starts_on"], name="notes_formats")]
