"""The time range of two columns, for constraints that keep stretches apart."""

from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary
from django.db.models import Func


class Between(Func):
    """The half-open time range of two columns."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


DURING = Between("starts_at", "ends_at", RangeBoundary())
