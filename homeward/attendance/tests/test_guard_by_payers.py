"""The hours guard by what payers ask: least minutes of a day, least hours of a week, each first."""

from datetime import date

import pytest

from homeward.attendance.tests.test_offers import guard, short
from homeward.coverage.authorized import standings
from homeward.coverage.models import Authorization, Coverage, Payer, PayerNumber
from homeward.testing.cast import cast
from homeward.testing.stage import NOON

__all__ = ["cast", "short"]
LONG_AGO = date(2026, 1, 1)


@pytest.mark.django_db
def test_the_payer_asks_for_minutes_a_day_and_the_authorization_for_its_own(short):
    """Ninety minutes count for nobody's 180; the authorization's 60 let them; 15 hours bind."""
    payer = Payer.objects.create(code="private", name="Lakeside", kind="private")
    about = {"client": short.jo.row, "site": short.site}
    held = Coverage.objects.create(**about, payer=payer, starts_on=LONG_AGO)
    PayerNumber.objects.create(
        payer=payer, code="min_minutes_per_day", value=180, unit="minutes", tag="payer",
        source_title="Contract", starts_on=LONG_AGO,
    )  # fmt: skip
    by_payer = guard(short)[short.jo.pk]
    assert by_payer.decision.extras["thin_days"] == ["2026-11-24"]

    row = Authorization.objects.create(
        **about, coverage=held, level_code=short.phases["early"].level_code, state="approved",
        units=12, day_least_minutes=60, week_least_minutes=900, starts_on=date(2026, 11, 2),
        last_on=date(2026, 12, 6), asked_at=NOON, asked_by=short.dana.row,
    )  # fmt: skip
    by_letter = guard(short)[short.jo.pk]

    assert by_letter.decision.extras["thin_days"] == []
    assert by_letter.required == 900 > by_payer.required
    (standing,) = standings([row], date(2026, 11, 24))
    assert standing.left == 12
