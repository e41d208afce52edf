"""The schedule of questionnaires on the setup pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.desk.admissions.tests.browsing import keys_of, signed_in
from homeward.instruments.models import ScheduleLine
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
ROUTE = "desk:setup_questionnaires"


def line(**changes: Any) -> dict[str, Any]:
    return {
        "is_asked": "yes", "instrument": "gad7", "moment": "weekly", "condition": "always",
        "phase_id": "", "from_month": "", "starts_on": clock.today().isoformat(), "tag": "payer",
        "source_title": "State Medicaid manual", "citation": "ch. 12", **changes,
    }  # fmt: skip


def send(browser: Any, **changes: Any) -> Any:
    url = reverse(ROUTE)
    return browser.post(url, {**keys_of(browser.get(url)), **line(**changes)})


def test_the_director_changes_a_line_and_everybody_in_setup_reads_its_source(cast: Cast) -> None:
    dina = signed_in(cast.dina)
    assert "Payer rule: State Medicaid manual" not in dina.get(reverse(ROUTE)).content.decode()
    assert send(dina).status_code == 302
    assert "Payer rule: State Medicaid manual, ch. 12" in dina.get(reverse(ROUTE)).content.decode()


def test_the_same_form_sent_twice_is_one_line(cast: Cast) -> None:
    dina, url = signed_in(cast.dina), reverse(ROUTE)
    sent = {**keys_of(dina.get(url)), **line()}
    assert [dina.post(url, sent).status_code for _twice in range(2)] == [302, 302]
    assert ScheduleLine.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"starts_on": "yesterday"}, "starts_on"),
        ({"source_title": ""}, "source_title"),
        ({"moment": "noon"}, "moment"),
        ({"from_month": "3"}, "Months count for follow-ups only"),
    ],
)
def test_a_fault_is_named_and_what_was_typed_stays(
    cast: Cast, wrong: dict[str, str], words: str
) -> None:
    answer = send(signed_in(cast.dina), **{"citation": "ch. 99", **wrong})
    assert answer.status_code == 422
    body = answer.content.decode()
    assert words in body and 'value="ch. 99"' in body
    assert not ScheduleLine.objects.exists()


def test_a_day_that_is_past_is_refused(cast: Cast) -> None:
    before = (clock.today() - timedelta(days=1)).isoformat()
    answer = send(signed_in(cast.dina), starts_on=before)
    assert answer.status_code == 422
    assert "the past stays" in answer.content.decode()


def test_a_line_of_the_page_begins_its_own_change(cast: Cast) -> None:
    asked = {"instrument": "sip2r", "moment": "discharge", "is_asked": "no"}
    body = signed_in(cast.dina).get(reverse(ROUTE), asked).content.decode()
    assert 'value="sip2r" selected' in body
    assert 'value="discharge" selected' in body


def test_who_adopts_no_numbers_changes_nothing(cast: Cast) -> None:
    dana = signed_in(cast.dana)
    assert dana.post(reverse(ROUTE), line()).status_code in (403, 404)
    assert not ScheduleLine.objects.exists()


def test_the_page_takes_few_queries(cast: Cast) -> None:
    dina = signed_in(cast.dina)
    dina.get(reverse(ROUTE))
    with CaptureQueriesContext(connection) as asked:
        assert dina.get(reverse(ROUTE)).status_code == 200
    assert len(asked) <= 25, len(asked)
