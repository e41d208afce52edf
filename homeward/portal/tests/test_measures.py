"""A short form on the client's own phone: asked, kept answer by answer, danger met at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.instruments.inviting import invite, open_invitations
from homeward.instruments.models import Invitation, Response, Sitting
from homeward.instruments.rules.schedule import Due, Moment, Standing
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.progress.inviting import invite_everybody
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
CALM = {f"q_{n}": "0" for n in range(1, 11)}


def invited(cast: Cast, instrument: str = "phq9", standing: Standing = Standing.DUE) -> Any:
    today = clock.today(cast.site.time_zone)
    due = Due(
        instrument, Moment.WEEKLY, f"weekly:{today}", today, today, standing,
        Decision(standing.value, "measure_schedule", "1"),
    )  # fmt: skip
    return invite(actor=SERVICE, client=cast.jo.row, due=[due], now=clock.now())


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


def address(name: str = "question", instrument: str = "phq9") -> str:
    return reverse(f"portal:{name}", args=[instrument])


class TestInvitations:
    def test_are_opened_once(self, cast: Cast) -> None:
        assert len(invited(cast)) == 1
        assert invited(cast) == ()

    @pytest.mark.parametrize("instrument", ["cssrs_screener", "ciwa_ar", "ace10", "ahc_hrsn"])
    def test_never_ask_in_private_matters_or_by_interview(
        self, cast: Cast, instrument: str
    ) -> None:
        assert invited(cast, instrument) == ()

    def test_are_not_sent_ahead(self, cast: Cast) -> None:
        assert invited(cast, standing=Standing.COMING) == ()

    def test_are_over_when_answered(self, cast: Cast) -> None:
        invited(cast)
        send(signed_in(cast.jo), "portal:question", ["phq9"], CALM | {"then": "hand_in"})
        today = clock.today(cast.site.time_zone)
        assert open_invitations(cast.jo.actor, cast.jo.row, today) == []

    def test_come_by_themselves_in_the_morning(self, cast: Cast) -> None:
        """Jo was admitted weeks ago and never answered: what is due waits on the phone."""
        assert invite_everybody(now=clock.now()) > 0
        names = {row.instrument for row in rows(Invitation).filter(client=cast.jo.row)}
        assert "bam_iop" in names
        assert "cssrs_screener" not in names
        assert invite_everybody(now=clock.now()) == 0


class TestTheFirstPage:
    def test_says_one_short_form_this_week(self, cast: Cast) -> None:
        browser = signed_in(cast.jo)
        assert "short form" not in browser.get(reverse("portal:today")).content.decode()
        invited(cast)
        page = browser.get(reverse("portal:today")).content.decode()
        assert "One short form this week" in page
        assert "PHQ" not in page
        assert "depress" not in page.lower()


class TestAnswering:
    def test_is_for_whoever_was_asked(self, cast: Cast) -> None:
        """Nobody else's, and nothing that was not asked."""
        assert signed_in(cast.jo).get(address()).status_code == 404
        invited(cast)
        assert signed_in(cast.jo).get(address()).status_code == 200
        assert signed_in(cast.kim).get(address()).status_code == 403
        assert signed_in(cast.dana).get(address()).status_code == 403
        assert signed_in(cast.jo).get(address(instrument="horoscope")).status_code == 404

    def test_keeps_each_answer_with_its_time(self, cast: Cast) -> None:
        invited(cast)
        browser = signed_in(cast.jo)
        told = browser.post(address("question_item"), {"q_1": "2"}).json()
        assert told["saved"].startswith("saved ")
        assert told["safety"].strip() == ""
        again = Browser()
        again.force_login(cast.jo.account)
        assert "checked" in again.get(f"{address()}?item=1").content.decode()

    def test_shows_988_and_the_clinic_with_the_answer(self, cast: Cast) -> None:
        """Before any total, without sending anything."""
        invited(cast)
        told = signed_in(cast.jo).post(address("question_item"), {"q_9": "1"}).json()
        assert "988" in told["safety"]
        assert cast.site.phone in told["safety"]
        (duty,) = rows(CareTask).filter(client=cast.jo.row, kind="safety")
        assert duty.owner_id == cast.dana.pk

    def test_leads_to_help_when_it_is_sent(self, cast: Cast) -> None:
        invited(cast)
        sent = send(
            signed_in(cast.jo), "portal:question", ["phq9"],
            CALM | {"q_9": "1", "then": "hand_in"},
        )  # fmt: skip
        assert sent.headers["Location"] == reverse("portal:help")
        assert rows(Response).get(client=cast.jo.row).way == "portal"

    def test_goes_one_question_at_a_time_without_scripts(self, cast: Cast) -> None:
        """Next keeps the answer and shows the next question; the last one sends."""
        invited(cast)
        browser = signed_in(cast.jo)
        for number in range(1, 11):
            then = "hand_in" if number == 10 else "next"
            sent = send(
                browser, "portal:question", ["phq9"],
                {f"q_{number}": "1" if number < 9 else "0", "item": str(number), "then": then},
            )  # fmt: skip
        assert sent.headers["Location"] == reverse("portal:today")
        assert rows(Response).get(client=cast.jo.row).scores["total"]["value"] == 8

    def test_keeps_what_was_said_when_it_is_not_finished(self, cast: Cast) -> None:
        """The open questions are named; the answer that matters is kept and told."""
        invited(cast)
        refused = send(
            signed_in(cast.jo), "portal:question", ["phq9"], {"q_9": "2", "then": "hand_in"}
        )
        assert refused.status_code == 422
        assert "988" in refused.content.decode()
        assert rows(Sitting).get(client=cast.jo.row).sheet == {"9": 2}
        assert rows(CareTask).filter(kind="safety").count() == 1

    def test_sent_twice_is_one_response(self, cast: Cast) -> None:
        invited(cast)
        browser = signed_in(cast.jo)
        page = browser.get(address()).content.decode()
        from homeward.desk.conftest import KEYS

        body = dict(KEYS.findall(page)) | CALM | {"then": "hand_in"}
        first, second = browser.post(address(), body), browser.post(address(), body)
        assert first.headers["Location"] == second.headers["Location"]
        assert rows(Response).filter(client=cast.jo.row).count() == 1
        assert rows(Sitting).filter(client=cast.jo.row).count() == 1

    def test_never_shows_a_score(self, cast: Cast) -> None:
        invited(cast)
        browser = signed_in(cast.jo)
        send(browser, "portal:question", ["phq9"], {**CALM, "q_1": "3", "then": "hand_in"})
        assert "Minimal" not in browser.get(reverse("portal:today")).content.decode()


@pytest.mark.parametrize(("name", "most"), [("questions", 14), ("question", 20)])
def test_a_page_asks_no_more_when_more_was_answered(cast: Cast, name: str, most: int) -> None:
    invited(cast)
    url = reverse("portal:questions") if name == "questions" else address()
    browser = signed_in(cast.jo)

    def asked() -> int:
        browser.get(url)
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(url).status_code == 200
        return len(seen)

    few = asked()
    from homeward.instruments.actions import answer_instrument

    for days in range(1, 6):
        answer_instrument(
            actor=cast.dana.actor, client_id=cast.jo.pk, instrument="gad7",
            answers={"1": 1}, now=clock.now() - timedelta(days=days),
        )  # fmt: skip
    assert asked() <= few <= most
