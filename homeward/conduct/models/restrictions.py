"""Who is to stay away from whom, and each time it was looked at."""

from django.db import models
from django.db.models import F, Q

from homeward.core.crypto import EncryptedTextField
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class ContactRestriction(ClientRecord):
    """A client and one other: a client, somebody of staff, a contact or a visitor by name.

    It binds through rows of the rooms below (`apart`, `not_with`, `flag`), which carry its end and
    no reason. `ask` is whom staff ask before they seat or let in; they learn nothing else.
    """

    record_class = RecordClass.ASSESSMENT
    minimal_fields = ("client", "site", "between", "version")

    between = models.CharField(max_length=10)
    other = models.ForeignKey("people.Client", models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    contact = models.ForeignKey("people.Contact", models.PROTECT, null=True, related_name="+")
    visitor = EncryptedTextField(blank=True)
    reach = models.CharField(max_length=10)
    starts_on = models.DateField()
    review_on = models.DateField()
    ended_on = models.DateField(null=True)
    reason = EncryptedTextField()
    ask = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    decision = models.JSONField()
    apart = models.ForeignKey("timetable.KeptApart", models.PROTECT, null=True, related_name="+")
    not_with = models.ForeignKey("timetable.NotWith", models.PROTECT, null=True, related_name="+")
    flag = models.ForeignKey("consents.SafetyFlag", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.CheckConstraint(
                name="conduct_restriction_ends", condition=Q(review_on__gt=F("starts_on"))
            ),
            models.CheckConstraint(
                name="conduct_restriction_two", condition=Q(other=None) | ~Q(other=F("client"))
            ),
        ]
        indexes = [models.Index(fields=["review_on"], name="conduct_restriction_open")]


class RestrictionReview(ClientRecord):
    """A restriction was looked at: renewed until a day, or ended. Never changed."""

    record_class = RecordClass.ASSESSMENT

    restriction = models.ForeignKey(ContactRestriction, models.PROTECT, related_name="reviews")
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, related_name="+")
    review_on = models.DateField(null=True)
    reason = EncryptedTextField()
