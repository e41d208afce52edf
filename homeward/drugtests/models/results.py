"""Results, analyte by analyte."""

from django.db import models

from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class AnalyteResult(ClientRecord):
    """One analyte's result; a presumptive one is never shown as more than that.

    A row is never changed. What a laboratory corrects is a new row that supersedes the one before;
    the present result is the one that nothing supersedes.
    """

    record_class = RecordClass.DRUG_TESTS

    class Result(models.TextChoices):
        NEGATIVE = "negative"
        PRESUMPTIVE_POSITIVE = "presumptive_positive"
        POSITIVE = "positive"
        POSITIVE_EXPECTED = "positive_expected"
        NEGATIVE_UNEXPECTED = "negative_unexpected"
        INVALID = "invalid"
        NOT_TESTED = "not_tested"

    test = models.ForeignKey("drugtests.DrugTest", models.PROTECT, related_name="results")
    analyte = models.CharField(max_length=40)
    method = models.CharField(max_length=20)
    result = models.CharField(max_length=30, choices=Result)
    level = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    cutoff = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, default="ng/mL")
    at = models.DateTimeField()
    is_corrected = models.BooleanField(default=False)
    number = models.PositiveSmallIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    reported_at = models.DateTimeField(null=True)
    message = models.ForeignKey(
        "drugtests.LabMessage", models.PROTECT, null=True, related_name="results"
    )
    entered_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["test", "analyte", "method", "number"], name="drugtests_result_once"
            )
        ]
