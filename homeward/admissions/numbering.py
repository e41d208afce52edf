"""The next inquiry number and the next chart number, given once each."""

from django.db.models import IntegerField, Max
from django.db.models.functions import Cast, Substr

from homeward.admissions.models import Inquiry, WaitListEntry
from homeward.people.models import Client
from homeward.program.models import Organisation


def next_inquiry_number() -> str:
    """INQ-00001 and on; callers wait for each other."""
    _one_at_a_time()
    rows = Inquiry.objects.unscoped("numbering").filter(number__regex=r"^INQ-\d{5,9}$")
    last = rows.aggregate(last=Max(Cast(Substr("number", 5), IntegerField())))["last"] or 0
    return f"INQ-{last + 1:05d}"


def next_chart_number() -> str:
    """HW-00001 and on; callers wait for each other."""
    _one_at_a_time()
    rows = Client.objects.unscoped("numbering").filter(chart_number__regex=r"^HW-\d{5,9}$")
    last = rows.aggregate(last=Max(Cast(Substr("chart_number", 4), IntegerField())))["last"] or 0
    return f"HW-{last + 1:05d}"


def next_wait_number() -> str:
    """WL-00001 and on: the unique number of a place on the wait list."""
    _one_at_a_time()
    rows = WaitListEntry.objects.unscoped("numbering").filter(number__regex=r"^WL-\d{5,9}$")
    last = rows.aggregate(last=Max(Cast(Substr("number", 4), IntegerField())))["last"] or 0
    return f"WL-{last + 1:05d}"


def _one_at_a_time() -> None:
    """Hold the organisation's row until the transaction ends, so that no number is given twice."""
    Organisation.objects.select_for_update().order_by("pk").first()
