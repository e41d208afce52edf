"""What stands beside a placement: what was told, what would change it, staying, other tools."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions.tests import walking
from homeward.assessments.tests import interview
from homeward.core import clock
from homeward.desk.admissions.placing import worst_suicide_risk
from homeward.desk.admissions.tests.browsing import keys_of, send, signed_in
from homeward.kernel.purposes import Purpose
from homeward.placement.models import ExternalResult, StayDecision
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def rated(cast: Cast, **facts: Any) -> tuple[Any, Any]:
    """Bianca with an appointment with Dana, and a draft rating."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    walking.give_appointment(cast, inquiry)
    return client, walking.rate(cast, client, **facts)


def read(browser: Any, route: str, *args: Any) -> str:
    """A page's text."""
    page = browser.get(reverse(route, args=args))
    assert page.status_code == 200
    return str(page.content.decode())


def test_of_several_words_about_suicide_the_gravest_arrives() -> None:
    """A form that says none never talks a voice down."""
    told, typed, scored = {"suicide_risk": "imminent"}, {"suicide_risk": "low"}, {"cows": 2}
    assert worst_suicide_risk(told, typed, scored) == {"suicide_risk": "imminent"}
    assert worst_suicide_risk(typed, {"suicide_risk": "none"}) == {"suicide_risk": "low"}
    assert worst_suicide_risk(scored, {}) == {}


class TestTold:
    def test_the_call_stands_beside_what_is_asked_afresh(self, cast: Cast) -> None:
        """Pregnancy told on the call is not filled in."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.give_appointment(cast, inquiry)
        body = read(signed_in(cast.dana), "desk:placement", client.pk)
        assert "Told on the first call" in body
        chosen = body.split('name="pregnant" value="unknown"')[1].split(">")[0]
        assert "checked" in chosen

    def test_the_interview_arrives_and_is_one_click_away(self, cast: Cast) -> None:
        """The same sitting fills the facts; each answer leads to its question."""
        assessment = interview.finish(cast)
        address = reverse("desk:placement", args=[cast.jo.pk])
        body = signed_in(cast.dana).get(f"{address}?new=1").content.decode()
        assert "The interview says" in body
        assert f"/desk/assessments/{assessment.pk}/pages/substances/#q-use-last" in body
        chosen = body.split('name="safe_living" value="true"')[1].split(">")[0]
        assert "checked" in chosen


class TestWhatWouldChangeIt:
    def test_names_the_open_question_and_what_it_would_do(self, cast: Cast) -> None:
        """Nobody asked about vital signs: abnormal ones would hold the admission."""
        facts = {name: value for name, value in walking.FACTS.items() if name != "abnormal_vitals"}
        client, placement = rated(cast, abnormal_vitals=False)
        from homeward.placement.actions import rate_dimensions

        rate_dimensions(
            actor=cast.dana.actor, client_id=client.pk, ratings=walking.RATINGS, narratives={},
            facts=facts, now=clock.now(),
        )  # fmt: skip
        body = read(signed_in(cast.dana), "desk:placement_changes", placement.pk)
        assert "Vital signs outside the normal range: yes" in body
        assert "A medical evaluation today, before admission" in body

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar finds none of these pages."""
        _client, placement = rated(cast)
        for route in ("desk:placement_changes", "desk:placement_stay"):
            page = signed_in(cast.omar).get(reverse(route, args=[placement.pk]))
            assert page.status_code == 404

    def test_asks_little_of_the_database(self, cast: Cast) -> None:
        """Pinned."""
        _client, placement = rated(cast)
        browser = signed_in(cast.dana)
        read(browser, "desk:placement_changes", placement.pk)
        with CaptureQueriesContext(connection) as asked:
            read(browser, "desk:placement_changes", placement.pk)
        assert len(asked) <= 24, len(asked)


class TestStaying:
    def test_shows_every_ground_and_keeps_the_decision(self, cast: Cast) -> None:
        """Progress with open goals: they stay."""
        _client, placement = rated(cast)
        walking.decide(cast, placement)
        browser = signed_in(cast.dana)
        answer = send(
            browser, "desk:placement_stay", [placement.pk],
            {"is_progressing": "true", "goals_are_met": "false", "new_problem": "none",
             "outcome": "stay"},
        )  # fmt: skip
        assert answer.status_code == 302
        kept = StayDecision.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get()
        assert kept.suggestion["extras"]["grounds"] == ["progressing_with_open_goals"]
        assert "Progress, and goals still open" in read(
            browser, "desk:placement_stay", placement.pk
        )

    def test_keeps_what_was_typed_when_the_reason_is_missing(self, cast: Cast) -> None:
        """422 with the words beside the field; then the coded reason is taken."""
        _client, placement = rated(cast)
        walking.decide(cast, placement)
        browser = signed_in(cast.dana)
        typed = {"is_progressing": "true", "goals_are_met": "false", "outcome": "move",
                 "note": "The plan ended"}  # fmt: skip
        answer = send(browser, "desk:placement_stay", [placement.pk], typed)
        body = answer.content.decode()
        assert answer.status_code == 422 and "choose the reason" in body
        assert "The plan ended" in body
        again = send(browser, "desk:placement_stay", [placement.pk], {**typed, "reason": "payer"})
        assert again.status_code == 302


class TestResultsFromElsewhere:
    def test_stands_beside_the_suggestion_and_says_where_it_differs(self, cast: Cast) -> None:
        """The fact of it, never its text."""
        client, _placement = rated(cast)
        browser = signed_in(cast.dana)
        day = (clock.now() - timedelta(days=2)).date().isoformat()
        told = {
            "tool": "continuum", "edition_and_level": "3:2.5", "done_on": day,
            "done_by": "R. Bell, LCSW", "kept_where": "Paper file",
        }  # fmt: skip
        answer = send(browser, "desk:placement_external", [client.pk], told)
        assert answer.status_code == 302
        body = read(browser, "desk:placement", client.pk)
        assert "CONTINUUM: Partial hospitalization, 2.5" in body
        assert "Here the suggestion is Intensive outpatient, 2.1." in body
        rows = ExternalResult.objects.for_actor(cast.dana.actor, Purpose.TREATMENT)
        assert rows.count() == 1

    def test_names_the_field_that_is_missing(self, cast: Cast) -> None:
        """And keeps the rest."""
        client, _placement = rated(cast)
        browser = signed_in(cast.dana)
        page = browser.get(reverse("desk:placement_external", args=[client.pk]))
        answer = browser.post(
            reverse("desk:placement_external", args=[client.pk]),
            {**keys_of(page), "tool": "other", "edition_and_level": "3:2.1",
             "done_on": "2026-01-05", "done_by": "R. Bell, LCSW"},
        )  # fmt: skip
        assert answer.status_code == 422 and b"Name the tool." in answer.content
