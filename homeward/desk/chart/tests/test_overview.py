"""The overview says what is so: results in their own words, the open review, the right reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.desk.chart.episode import result_of
from homeward.desk.chart.pages import asks_for_a_reason
from homeward.desk.discharge.forms import KINDS
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.actions import break_glass, give_reason
from homeward.people.models import TeamMembership
from homeward.progress.models import Appointment, LevelReview
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


class TestAnEmergency:
    def test_is_said_on_every_page_of_the_record_while_it_lasts(self, cast: Cast) -> None:
        """Ruth reads under a banner with its end, by the site's clock; then it is closed."""
        clock.shift_to(NOON)
        browser = signed_in(cast.ruth)
        pages = [
            reverse(f"desk:{name}", args=[cast.jo.pk])
            for name in ("chart", "chart_schedule", "chart_tests", "chart_history")
        ]
        assert {browser.get(page).status_code for page in pages} == {404}
        break_glass(
            actor=cast.ruth.actor, chart_number="HW-00001", code="medical_emergency",
            sentence="Collapsed in the lobby, needs allergies.", now=NOON,
        )  # fmt: skip

        for page in pages:
            text = browser.get(page).content.decode()
            assert "You opened this record in an emergency" in text
            assert "until 16:00" in text
        clock.shift_to(NOON + timedelta(hours=4))
        browser = signed_in(cast.ruth)
        assert {browser.get(page).status_code for page in pages} == {404}

    def test_changes_nothing_through_any_form(self, cast: Cast) -> None:
        """What a nurse of the team may do on these pages is not there in an emergency."""
        clock.shift_to(NOON)
        break_glass(
            actor=cast.ruth.actor, chart_number="HW-00001", code="medical_emergency",
            sentence="Collapsed in the lobby, needs allergies.", now=NOON,
        )  # fmt: skip
        booking = {
            "at": "2026-11-25T10:00", "with_whom": "Dr. Lane", "place": "", "kind": KINDS[0][0],
            "form_key": new_key(),
        }  # fmt: skip
        address = reverse("desk:appointment", args=[cast.jo.pk])

        assert signed_in(cast.ruth).post(address, booking).status_code == 404
        assert not Appointment.objects.unscoped("test").exists()
