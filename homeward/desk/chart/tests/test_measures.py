"""The Measures tab: what was answered in words, and what can be asked now."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.desk.chart.measures import Measures
from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.plans.tests.test_sign_plan import start
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
CALM = {f"q_{n}": "0" for n in range(1, 11)} | {"then": "hand_in"}


def on_team(cast: Cast) -> None:
    """Ruth is Jo's nurse."""
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role=Role.NURSE,
        starts_at=clock.now() - timedelta(days=30),
    )  # fmt: skip


def words(cast: Cast, instrument: str, answers: dict[str, Any], **more: Any) -> str:
    """The line of one questionnaire in the table."""
    answer_instrument(
        actor=cast.dana.actor, client_id=cast.jo.pk, instrument=instrument, answers=answers,
        now=clock.now(), **more,
    )  # fmt: skip
    return str(Measures.of(cast.dana.actor, cast.jo.row).table.rows[0].cells[2].text)


class TestScoresInWords:
    def test_say_high_where_behavior_is_recent(self, cast: Cast) -> None:
        """A C-SSRS without ideation is not "0" after an attempt last month."""
        assert "High" in words(cast, "cssrs_screener", {"1": 0, "2": 0, "6": 1, "6a": 1})

    def test_never_say_none_when_answers_are_missing(self, cast: Cast) -> None:
        """No total, no band, no "none"."""
        line = words(cast, "cssrs_screener", {"1": 0})
        assert "ncomplete" in line
        assert "None" not in line
        assert "no score" in words(cast, "phq9", {"1": 1})

    def test_say_begun_for_what_is_not_handed_in(self, cast: Cast) -> None:
        """Half a form has no result yet."""
        calm = {str(n): 0 for n in range(1, 10)}
        assert words(cast, "phq9", calm, is_handed_in=False) == "begun, not handed in"


class TestANurse:
    def test_takes_the_withdrawal_scales_of_her_clients(self, cast: Cast) -> None:
        """From the Measures tab, kept with her name."""
        on_team(cast)
        browser = signed_in(cast.ruth)
        page = browser.get(reverse("desk:chart_measures", args=[cast.jo.pk])).content.decode()
        assert reverse("desk:nursing_scale", args=[cast.jo.pk, "ciwa_ar"]) in page
        sent = send(browser, "desk:nursing_scale", [cast.jo.pk, "ciwa_ar"], CALM)
        assert sent.status_code == 302
        assert browser.get(sent.headers["Location"]).status_code == 200

    def test_takes_no_other_questionnaire(self, cast: Cast) -> None:
        """Assessments stay the counselor's, by any door."""
        on_team(cast)
        browser = signed_in(cast.ruth)
        assert (
            browser.get(reverse("desk:nursing_scale", args=[cast.jo.pk, "phq9"])).status_code == 404
        )
        assert (
            browser.get(reverse("desk:questionnaire", args=[cast.jo.pk, "ciwa_ar"])).status_code
            == 403
        )
        with pytest.raises(Response.DoesNotExist):
            answer_instrument(
                actor=cast.ruth.actor, client_id=cast.jo.pk, instrument="phq9",
                answers={"1": 1}, now=clock.now(),
            )  # fmt: skip

    def test_finds_nobody_who_is_not_on_her_team(self, cast: Cast) -> None:
        """The same as if there were no such client."""
        with pytest.raises(Client.DoesNotExist):
            answer_instrument(
                actor=cast.ruth.actor, client_id=cast.jo.pk, instrument="cows",
                answers={str(n): 0 for n in range(1, 12)}, now=clock.now(),
            )  # fmt: skip
        address = reverse("desk:nursing_scale", args=[cast.jo.pk, "cows"])
        assert signed_in(cast.ruth).get(address).status_code == 404


def test_a_nurse_reads_a_draft_plan_without_taking_it_apart(cast: Cast) -> None:
    """No button that would be refused."""
    on_team(cast)
    plan = start(cast)
    page = signed_in(cast.ruth).get(reverse("desk:chart_plan", args=[cast.jo.pk]))
    assert page.status_code == 200
    assert "Urges come on the way home" in page.content.decode()
    assert f"/desk/plans/{plan.pk}/" not in page.content.decode()
