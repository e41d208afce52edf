"""The interview as its readers and writers see it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.assessments import actions
from homeward.assessments.library import edition
from homeward.assessments.models import Assessment
from homeward.assessments.tests import interview
from homeward.assessments.told import CarriedFact, Origin
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import keys_of, signed_in
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def told(cast: Cast) -> None:
    """What the first call told about Jo."""
    when = clock.now() - timedelta(days=4)
    facts = [("use.substances", ["alcohol"]), ("pregnancy", "no"), ("medical.allergies", "nuts")]
    actions.carry_over(
        actor=cast.dana.actor, client=cast.jo.row, now=clock.now(),
        facts=[CarriedFact(code, value, Origin.INQUIRY, "q", when) for code, value in facts],
    )  # fmt: skip


def page_url(assessment: Any, domain: str, route: str = "assessment_page") -> str:
    """The address of a page."""
    return reverse(f"desk:{route}", args=[assessment.pk, domain])


def read(browser: Any, url: str) -> str:
    """A page's text."""
    page = browser.get(url)
    assert page.status_code == 200, url
    return page.content.decode()


class TestInterview:
    def test_begins_and_goes_on_with_the_same_one(self, cast: Cast) -> None:
        """Two clicks, one assessment."""
        browser = signed_in(cast.dana)
        url = reverse("desk:assessments", args=[cast.jo.pk])
        for _again in range(2):
            answer = browser.post(url, keys_of(browser.get(url)))
            assert answer.status_code == 302
        rows = Assessment.objects.for_actor(cast.dana.actor, Purpose.TREATMENT)
        assert answer.url == page_url(rows.get(), "substances")

    def test_every_page_opens(self, cast: Cast) -> None:
        """All fifteen, empty and filled."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        for domain in edition().domains:
            assert domain.title in read(browser, page_url(assessment, domain.code))
        interview.finish(cast)
        for domain in edition().domains:
            read(browser, page_url(assessment, domain.code))

    def test_fills_in_with_the_origin_and_asks_afresh(self, cast: Cast) -> None:
        """Allergies arrive; pregnancy is asked with the earlier answer beside."""
        told(cast)
        body = read(signed_in(cast.dana), page_url(interview.begin(cast), "medical"))
        assert 'value="nuts"' in body and "From the first call" in body
        assert "Told in the first call" in body and "ask today" in body
        assert not re.search(r'name="pregnancy"[^>]*checked', body)
        assert "filled in, look once" in body

    def test_keeps_what_is_typed_and_shows_it_again(self, cast: Cast) -> None:
        """The draft survives the browser; the answer says when."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = page_url(assessment, "culture")
        keys = keys_of(browser.get(url))
        said = browser.post(
            page_url(assessment, "culture", "assessment_draft"), {**keys, "culture__spirit": "Yes"}
        )
        assert re.search(r"saved \d\d:\d\d:\d\d", said.content.decode())
        assert "Yes</textarea>" in read(signed_in(cast.dana), url)

    def test_goes_on_to_the_next_page(self, cast: Cast) -> None:
        """Kept whole, and the index counts it."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = page_url(assessment, "legal")
        answer = browser.post(url, {**keys_of(browser.get(url)), "legal__status": ["none"]})
        assert answer.url == page_url(assessment, "culture")
        assert "1 of 15 complete" in read(browser, url)

    def test_keeps_typed_words_beside_a_field_that_cannot_be_read(self, cast: Cast) -> None:
        """422, the field named, the rest as it was."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = page_url(assessment, "diagnoses")
        typed = {"diagnosis__other--0--code": "depression", "diagnosis__other--0--name": "Low mood"}
        answer = browser.post(url, {**keys_of(browser.get(url)), **typed})
        assert answer.status_code == 422
        assert b"Enter a code like F33.1" in answer.content and b"Low mood" in answer.content

    def test_tells_the_second_of_two_writers(self, cast: Cast) -> None:
        """409, with what was typed."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = page_url(assessment, "culture")
        interview.keep(cast, assessment, "culture")
        keys = keys_of(browser.get(url))
        other = {"culture.spirit": "Church"}
        interview.keep(cast, assessment, "culture", answers=other)
        answer = browser.post(url, {**keys, "culture__spirit": "Mosque"})
        assert answer.status_code == 409 and b"Mosque" in answer.content

    def test_says_what_the_ticked_lines_come_to(self, cast: Cast) -> None:
        """Six of eleven is severe."""
        assessment = interview.begin(cast)
        interview.keep(cast, assessment, "diagnoses")
        body = read(signed_in(cast.dana), page_url(assessment, "diagnoses"))
        assert "F10.20 · Alcohol use disorder, severe" in body and "6 of 11 criteria" in body

    def test_gives_more_lines(self, cast: Cast) -> None:
        """What is typed is kept on the way."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = page_url(assessment, "family")
        typed = {"supports__people--0--name": "Rosa", "then": "more"}
        answer = browser.post(url, {**keys_of(browser.get(url)), **typed})
        body = read(browser, answer.url)
        assert 'value="Rosa"' in body and "supports__people--4--name" in body

    def test_reads_only_for_who_does_not_write(self, cast: Cast) -> None:
        """Sam supervises and reads; Omar finds nothing."""
        assessment = interview.begin(cast)
        body = read(signed_in(cast.sam), page_url(assessment, "legal"))
        assert "Keep and go on" not in body and "disabled" in body
        assert signed_in(cast.omar).get(page_url(assessment, "legal")).status_code == 404

    def test_asks_as_much_of_the_database_whatever_was_told(self, cast: Cast) -> None:
        """Pinned, so that it stays so."""
        assessment = interview.finish(cast)
        told(cast)
        browser = signed_in(cast.dana)
        read(browser, page_url(assessment, "medical"))
        with CaptureQueriesContext(
            connection,
        ) as few:
            read(browser, page_url(assessment, "medical"))
        with CaptureQueriesContext(connection) as review:
            read(browser, reverse("desk:assessment", args=[assessment.pk]))
        assert (len(few), len(review)) <= (40, 42), (len(few), len(review))


class TestRecord:
    def test_names_what_is_missing_and_signs_when_nothing_is(self, cast: Cast) -> None:
        """From the review, with the password when the sign-in is old."""
        assessment = interview.begin(cast)
        browser = signed_in(cast.dana)
        url = reverse("desk:assessment", args=[assessment.pk])
        sign = reverse("desk:assessment_signature", args=[assessment.pk])
        from homeward.testing.cast import PASSWORD

        early = browser.post(sign, {**keys_of(browser.get(url)), "password": PASSWORD})
        assert early.status_code == 422
        interview.finish(cast)
        done = browser.post(sign, {**keys_of(browser.get(url)), "password": PASSWORD})
        assert done.status_code == 302, done.content.decode()
        body = read(browser, url)
        assert "signed and locked" in body and "Keeps a job" in body

    def test_takes_an_addendum_beneath_the_signature(self, cast: Cast) -> None:
        """The words stand with their author."""
        assessment = interview.sign(cast, interview.finish(cast))
        browser = signed_in(cast.dana)
        url = reverse("desk:assessment", args=[assessment.pk])
        add = reverse("desk:assessment_addenda", args=[assessment.pk])
        assert browser.post(add, keys_of(browser.get(url))).status_code == 422
        browser.post(add, {**keys_of(browser.get(url)), "body": "Mother called back."})
        assert "Mother called back." in read(browser, url)


@pytest.mark.parametrize("lines", ["²", "9" * 5000, "-1", "x", "3"])
def test_any_number_of_lines_in_the_address_opens_the_page(cast: Cast, lines: str) -> None:
    """What is no small number is none."""
    assessment = interview.begin(cast)
    url = page_url(assessment, "substances")
    assert signed_in(cast.dana).get(url, {"lines": lines}).status_code == 200
