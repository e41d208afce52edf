"""The overview says what is so: results in their own words, the open review, the right reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.desk.chart.episode import result_of
from homeward.desk.chart.pages import asks_for_a_reason
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.actions import give_reason
from homeward.people.models import TeamMembership
from homeward.progress.models import LevelReview
from homeward.testing.cast import NOON, Cast
from homeward.testing.stage import make_client

pytestmark = pytest.mark.django_db
R = AnalyteResult.Result


def words(cast: Cast, *results: str, **more: Any) -> tuple[str, str]:
    """How a resulted test with these results reads."""
    test = DrugTest.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, ordered_at=NOON, due_at=NOON,
        **{"state": "resulted", **more},
    )  # fmt: skip
    for number, result in enumerate(results):
        AnalyteResult.objects.create(
            client=cast.jo.row, site=cast.site, test=test, analyte=f"a{number}",
            method="presumptive", result=result, at=NOON,
        )  # fmt: skip
    rows = DrugTest.objects.for_actor(cast.dana.actor, Purpose.TREATMENT)
    return result_of(rows.prefetch_related("results").get(pk=test.pk))


class TestATestInWords:
    def test_is_negative_only_where_something_was_read(self, cast: Cast) -> None:
        """No result, an invalid one and one that was not run are not negative."""
        assert words(cast)[0] == "pending"
        assert words(cast, R.INVALID, R.NOT_TESTED)[0] == "invalid"
        assert words(cast, R.NEGATIVE) == ("negative", "tested negative")

    def test_says_what_is_prescribed_and_what_is_missing(self, cast: Cast) -> None:
        """Taking one's medicine is not "negative", not taking it neither."""
        assert words(cast, R.NEGATIVE, R.POSITIVE_EXPECTED)[1] == "nothing but what is prescribed"
        assert "not found" in words(cast, R.NEGATIVE, R.NEGATIVE_UNEXPECTED)[1]

    def test_says_presumptive_and_dilute(self, cast: Cast) -> None:
        """An unconfirmed result stays presumptive."""
        assert words(cast, R.PRESUMPTIVE_POSITIVE)[0] == "presumptive"
        assert "dilute" in words(cast, R.NEGATIVE, specimen="dilute_neg")[1]


class TestTheReviewCard:
    def test_shows_the_last_decision_when_none_is_open(self, cast: Cast) -> None:
        """By date, not by the alphabet."""
        about: dict[str, Any] = {
            "client": cast.jo.row, "site": cast.site, "episode": cast.episode,
            "opened_at": NOON - timedelta(days=30),
        }  # fmt: skip
        for weeks, outcome in ((3, "stay"), (1, "step_down")):
            at = NOON - timedelta(weeks=weeks)
            LevelReview.objects.create(
                **about, week_of=at.date(), suggested=outcome, outcome=outcome, decided_at=at,
                suggestion={}, decided_by=cast.dana.row,
            )  # fmt: skip
        page = signed_in(cast.dana).get(reverse("desk:chart", args=[cast.jo.pk]))
        assert "Step down, decided" in page.content.decode()


class TestGivingAReason:
    def test_is_asked_only_of_whom_it_would_let_in(self, cast: Cast) -> None:
        """A counselor before the first placement is not asked; the director is, once an hour."""
        jo = make_client(cast, "lee", "Lee Brown", cast.site, "HW-00003").row
        TeamMembership.objects.create(
            client=jo, site=cast.site, worker=cast.dana.row, role=Role.COUNSELOR,
            starts_at=clock.now() - timedelta(days=1),
        )  # fmt: skip
        assert not asks_for_a_reason(cast.dana.actor, jo)
        assert not asks_for_a_reason(cast.sam.actor, jo)
        assert asks_for_a_reason(cast.dina.actor, jo)
        give_reason(
            actor=cast.dina.actor, client_id=jo.pk, code="complaint",
            sentence="A complaint about waiting times.", now=clock.now(),
        )  # fmt: skip
        assert not asks_for_a_reason(cast.dina.actor, jo)
