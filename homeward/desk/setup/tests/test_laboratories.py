"""The director sets up a laboratory; who reads the setup sees it; nobody else changes it."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.desk.setup.tests.test_schedule import keys_of, signed_in
from homeward.drugtests.models import Laboratory
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
ROUTE = "desk:setup_laboratories"
TYPED = {
    "name": "North River Laboratory", "sender": "NRLAB", "clia_number": "36D0999999",
    "clia_ends_on": (NOON + timedelta(days=200)).date().isoformat(),
    "analytes": ["etg", "thc"], "codes": "THC-COOH = thc\nFent = fentanyl", "is_active": "on",
}  # fmt: skip


def send(browser: Any, query: str = "", **changes: Any) -> Any:
    url = reverse(ROUTE) + query
    return browser.post(url, {**keys_of(browser.get(url)), **TYPED, **changes})


def test_a_laboratory_is_set_up_and_brought_up_to_date(cast: Cast) -> None:
    dina = signed_in(cast.dina)
    assert send(dina).status_code == 302
    row = Laboratory.objects.get()
    assert (row.code, row.sender, row.analytes) == (
        "north-river-laboratory", "NRLAB", ["etg", "thc"],
    )  # fmt: skip
    assert row.codes == {"thc-cooh": "thc", "fent": "fentanyl"}
    page = dina.get(reverse(ROUTE)).content.decode()
    assert "36D0999999" in page
    again = send(dina)
    assert again.status_code == 422
    assert "set up already" in again.content.decode()
    assert send(dina, f"?code={row.code}", is_active="", codes="").status_code == 302
    row.refresh_from_db()
    assert (row.is_active, row.codes) == (False, {})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"codes": "THC-COOH = hemp"}, "Line 1 is not a code"),
        ({"clia_number": ""}, "comes with the last day it holds"),
        ({"analytes": ["tea"]}, "tea"),
    ],
)
def test_a_fault_is_named(cast: Cast, changes: dict[str, Any], words: str) -> None:
    answer = send(signed_in(cast.dina), **changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Laboratory.objects.exists()


def test_others_do_not_set_one_up(cast: Cast) -> None:
    for name in ("dana", "tess", "omar"):
        assert signed_in(getattr(cast, name)).post(reverse(ROUTE), TYPED).status_code == 403
    assert not Laboratory.objects.exists()
