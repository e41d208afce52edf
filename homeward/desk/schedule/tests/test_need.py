"""What a client's week has to hold, on the chart: names, reasons, and who reads of payers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.coverage.models import Coverage, Payer


@pytest.fixture
def at(tuesday):
    tuesday.phases["early"].change(level_code="2.1")
    payer = Payer.objects.create(
        code="private", name="Lakeside", kind="private", needs_authorization=True
    )
    Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=payer, starts_on=date(2026, 1, 1)
    )
    return reverse("desk:schedule_need", args=[tuesday.jo.pk])


def test_says_what_and_why_by_name(visit, tuesday, at):
    with CaptureQueriesContext(connection) as asked:
        page = visit("dana").get(at).content.decode()
    assert "What the week has to hold" in page
    assert "Individual sessions to plan" in page
    assert "none is on record" in page
    assert len(asked) <= 55
    assert visit("dana").get(f"{at}?week=2026-11-30").status_code == 200


def test_what_payers_allow_is_for_who_reads_claims(visit, tuesday, at):
    """A nurse plans with the same week and reads nothing of the payer."""
    page = visit("ruth").get(at)
    assert page.status_code == 200
    assert "none is on record" not in page.content.decode()
    assert visit("omar").get(at).status_code == 404
