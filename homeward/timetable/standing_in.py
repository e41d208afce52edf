"""Who stood in for whom, and where a session is joined from afar."""

from django.db import models

from homeward.core.crypto import EncryptedTextField
from homeward.core.records import Record


class Substitution(Record):
    """One change of who leads a session; never changed, the next one follows it.

    `new_faces` is how many of the people seated had not worked with the one who leads now.
    """

    session = models.ForeignKey(
        "timetable.GroupSession", models.PROTECT, related_name="substitutions"
    )
    away = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    instead = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=60)
    new_faces = models.PositiveSmallIntegerField()
    decision = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"


class SessionLink(Record):
    """The address where one session is joined from afar; only who sits or leads there sees it."""

    session = models.OneToOneField("timetable.GroupSession", models.PROTECT, related_name="joining")
    address = EncryptedTextField(blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "timetable"
