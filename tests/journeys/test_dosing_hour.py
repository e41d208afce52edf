"""The nurse's dosing hour on a phone: one hand, six people, and everything axe would say."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.medications import actions
from homeward.medications.models import DoseMark
from homeward.medications.queries import SERVICE
from homeward.medications.rules.listing import Line
from homeward.people.models import Client, TeamMembership
from tests.journeys.browsing import browser
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NINE = datetime(2026, 11, 23, 15, 35, tzinfo=UTC)
PHONE = {"width": 390, "height": 844}
NAMES = ("Ada Brook", "Ben Chavez", "Cleo Dunn", "Dev Ellis", "Eve Foss", "Gus Hale")


@pytest.fixture
def phone(house: str) -> Iterator[Walker]:
    """A hand at a phone."""
    with browser() as opened:
        context = opened.new_context(
            locale="en-US", timezone_id="America/Chicago", bypass_csp=True, viewport=PHONE,
            has_touch=True, is_mobile=True,
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield Walker(page, house, is_looking=True)


def six_people() -> None:
    """Each takes a film here at half past nine; nurse and technician are on their teams."""
    workers = [Account.objects.get(username=name).worker for name in ("nurse", "technician")]
    film = Line(
        kind="buprenorphine_film", name="Buprenorphine", dose="8 mg/2 mg", route="sublingual",
        frequency="once a day", prescriber="Dr. Osei", reason="opioid use disorder",
        is_observed=True, dose_times=(time(9, 30),),
    )  # fmt: skip
    for number, name in enumerate(NAMES):
        client = Client.objects.create(
            site=workers[0].site, chart_number=f"HW-2{number:04}", name=name,
            birth_date=date(1990, 1, 1),
        )  # fmt: skip
        for worker, role in zip(workers, ("nurse", "technician"), strict=True):
            TeamMembership.objects.create(
                client=client, site=client.site, worker=worker, role=role,
                starts_at=NINE - timedelta(days=9),
            )  # fmt: skip
        actions.record_medicine(
            actor=SERVICE, client_id=client.pk, line=film, now=NINE - timedelta(hours=5)
        )


def test_nurses_dosing_hour(phone: Walker) -> None:
    """Four take it, one declines, one falls: every dose is written down and the waste is signed."""
    clock.shift_to(NINE)
    six_people()
    phone.sign_in("nurse")
    phone.visit("/desk/medical/")
    phone.reads("6 doses due now", "8 mg/2 mg")
    for _number in range(4):
        phone.press("Taken")
    phone.reads("2 doses due now", "Written down today")
    phone.follow("Other")
    phone.choose(state="refused")
    phone.press("Write it down")
    phone.reads("Say why, in a few words.")
    phone.fill(reason="feels sick today")
    phone.press("Write it down")
    phone.follow("Other")
    phone.choose(state="wasted")
    phone.fill(reason="fell on the floor")
    phone.press("Write it down")
    phone.reads("0 doses due now", "Second signature", "waits for somebody else")
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    phone.sign_in("technician")
    phone.visit("/desk/medical/")
    phone.press("Sign")
    phone.reads("Signed as the second person")
    states = sorted(row.state for row in DoseMark.objects.unscoped("test"))
    assert states == ["refused", "taken", "taken", "taken", "taken", "wasted"]
    assert phone.found == []
