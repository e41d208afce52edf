"""Questionnaires on the real staff pages: asked, kept item by item, entered, printed, followed."""

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
from homeward.desk.conftest import KEYS
from homeward.instruments import library, licensed
from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response, Sitting
from homeward.instruments.tests.test_licensed import text_of
from homeward.kernel.purposes import Purpose
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
CALM = {f"q_{n}": "0" for n in range(1, 11)}
ROUTE = "desk:questionnaire"


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


def url(cast: Cast, route: str = ROUTE, instrument: str = "phq9") -> str:
    return reverse(route, args=[cast.jo.pk, instrument])


def page_of(cast: Cast, address: str) -> str:
    return signed_in(cast.dana).get(address).content.decode()


def answered(cast: Cast, total: int | None, days_ago: int) -> Response:
    """A PHQ-9 of that total, some days ago; without a total it is not complete."""
    answers, left = {str(n): 0 for n in range(1, 10)}, total or 0
    for number in range(1, 9):
        answers[str(number)] = min(3, left)
        left -= answers[str(number)]
    if total is None:
        answers = {"1": 1}
    return answer_instrument(
        actor=cast.dana.actor, client_id=cast.jo.pk, instrument="phq9", answers=answers,
        now=clock.now() - timedelta(days=days_ago),
    )  # fmt: skip


class TestItems:
    def test_are_kept_one_by_one_with_their_time(self, cast: Cast) -> None:
        """Another browser of the same person goes on where the first stopped."""
        told = signed_in(cast.dana).post(url(cast, f"{ROUTE}_item"), {"q_3": "2"}).json()
        assert told["saved"].startswith("saved ")
        assert "checked" in page_of(cast, url(cast))
        assert rows(Response).filter(client=cast.jo.row).count() == 0

    def test_tell_danger_before_any_total(self, cast: Cast) -> None:
        told = signed_in(cast.dana).post(url(cast, f"{ROUTE}_item"), {"q_9": "1"}).json()
        assert "Do this first" in told["safety"]
        assert "Ask the C-SSRS now" in told["safety"]
        assert rows(CareTask).filter(client=cast.jo.row, kind="safety").count() == 1

    def test_keep_the_open_duty_in_sight_when_taken_back(self, cast: Cast) -> None:
        browser = signed_in(cast.dana)
        browser.post(url(cast, f"{ROUTE}_item"), {"q_9": "1"})
        told = browser.post(url(cast, f"{ROUTE}_item"), {"q_9": "0"}).json()
        assert "Record what was done" in told["safety"]

    def test_say_what_is_asked_now(self, cast: Cast) -> None:
        address = url(cast, f"{ROUTE}_item", "cssrs_screener")
        assert "3" not in signed_in(cast.dana).post(address, {"q_2": "N"}).json()["asked"]
        assert "3" in signed_in(cast.dana).post(address, {"q_2": "Y"}).json()["asked"]

    def test_refuse_what_is_no_answer(self, cast: Cast) -> None:
        refused = signed_in(cast.dana).post(url(cast, f"{ROUTE}_item"), {"q_1": "often"})
        assert refused.status_code == 422
        assert "saved" not in refused.json()

    def test_are_nobody_elses_to_keep(self, cast: Cast) -> None:
        for player, status in ((cast.omar, 404), (cast.ruth, 403), (cast.kim, 403)):
            sent = signed_in(player).post(url(cast, f"{ROUTE}_item"), {"q_1": "1"})
            assert sent.status_code == status
        sent = Browser().post(url(cast, f"{ROUTE}_item"), {"q_1": "1"})
        assert sent.status_code == 302
        assert rows(Sitting).count() == 0

    def test_of_one_sitting_lead_from_the_duty_to_the_form(self, cast: Cast) -> None:
        """The task's own way to the answers, while there is no result yet."""
        browser = signed_in(cast.dana)
        browser.post(url(cast, f"{ROUTE}_item"), {"q_9": "1"})
        (task,) = rows(CareTask).filter(kind="safety")
        answer = browser.get(reverse("desk:response", args=[task.detail["response"]]))
        assert answer.headers["Location"] == url(cast)


class TestHandingIn:
    def test_keeps_answers_of_a_form_that_is_refused(self, cast: Cast) -> None:
        """Item 9 counts although eight questions are open."""
        refused = send(
            signed_in(cast.dana), ROUTE, [cast.jo.pk, "phq9"], {"q_9": "2", "then": "hand_in"}
        )
        assert refused.status_code == 422
        assert "Item 1 has no answer." in refused.content.decode()
        assert "Do this first" in refused.content.decode()
        assert rows(Sitting).get().sheet == {"9": 2}
        assert rows(CareTask).filter(kind="safety").count() == 1

    def test_twice_is_one_response(self, cast: Cast) -> None:
        browser = signed_in(cast.dana)
        body = dict(KEYS.findall(browser.get(url(cast)).content.decode()))
        body |= CALM | {"then": "hand_in"}
        first, second = browser.post(url(cast), body), browser.post(url(cast), body)
        assert first.headers["Location"] == second.headers["Location"]
        assert rows(Response).count() == 1
        assert rows(Sitting).count() == 1

    def test_asks_for_the_substance_the_cut_depends_on(self, cast: Cast) -> None:
        sent = send(
            signed_in(cast.dana), ROUTE, [cast.jo.pk, "sds"],
            {f"q_{n}": "1" for n in range(1, 6)} | {"p_substance": "alcohol", "then": "hand_in"},
        )  # fmt: skip
        assert sent.status_code == 302
        response = rows(Response).get()
        assert response.parameters["substance"] == "alcohol"
        assert next(iter(response.scores.values()))["band"]


class TestOneQuestionAtATime:
    def test_is_a_choice_that_stays(self, cast: Cast) -> None:
        browser = signed_in(cast.dana)
        send(browser, ROUTE, [cast.jo.pk, "phq9"], {"q_1": "1", "then": "look_one"})
        page = browser.get(url(cast)).content.decode()
        assert "Question 2 of 10" in page
        assert page.count("data-item=") == 1
        assert "Question 1 of" in browser.get(url(cast, instrument="gad7")).content.decode()
        send(browser, ROUTE, [cast.jo.pk, "phq9"], {"item": "2", "then": "look_list"})
        assert browser.get(url(cast)).content.decode().count("data-item=") == 10

    def test_goes_through_by_next_and_back(self, cast: Cast) -> None:
        browser = signed_in(cast.dana)
        send(browser, ROUTE, [cast.jo.pk, "cssrs_screener"], {"then": "look_one"})
        steps = [("1", "N"), ("2", "N"), ("6", "N")]
        for place, (item, value) in enumerate(steps, start=1):
            then = "hand_in" if place == len(steps) else "next"
            sent = send(
                browser, ROUTE, [cast.jo.pk, "cssrs_screener"],
                {f"q_{item}": value, "item": item, "then": then},
            )  # fmt: skip
            if then == "next":
                assert sent.headers["Location"].endswith(f"?item={steps[place][0]}")
        assert rows(Response).get().rules["risk"] == {"result": "none", "incomplete": False}


class TestPaper:
    def test_is_entered_with_its_own_date(self, cast: Cast) -> None:
        day = clock.today(cast.site.time_zone) - timedelta(days=2)
        sent = send(
            signed_in(cast.dana), f"{ROUTE}_paper", [cast.jo.pk, "phq9"],
            {**CALM, "answered_on": day.isoformat()},
        )  # fmt: skip
        response = rows(Response).get()
        assert response.answered_at.date() == day
        page = page_of(cast, sent.headers["Location"])
        assert "on paper, entered by" in page

    def test_is_never_of_tomorrow(self, cast: Cast) -> None:
        day = clock.today(cast.site.time_zone) + timedelta(days=1)
        refused = send(
            signed_in(cast.dana), f"{ROUTE}_paper", [cast.jo.pk, "phq9"],
            {**CALM, "answered_on": day.isoformat()},
        )  # fmt: skip
        assert refused.status_code == 422
        assert "cannot have been answered after today" in refused.content.decode()

    def test_may_be_keyed_twice(self, cast: Cast) -> None:
        """The second keying is asked for, and where it differs the item is named."""
        browser, args = signed_in(cast.dana), [cast.jo.pk, "phq9"]
        day = clock.today(cast.site.time_zone).isoformat()
        first = CALM | {"answered_on": day, "check_twice": "on"}
        asked = send(browser, f"{ROUTE}_paper", args, first)
        assert "Once more, from the paper" in asked.content.decode()
        again = {f"again_{n}": "0" for n in range(1, 11)} | {"second": "yes"}
        differing = send(browser, f"{ROUTE}_paper", args, first | again | {"again_4": "1"})
        assert differing.status_code == 422
        assert "The second keying differs here" in differing.content.decode()
        assert rows(Response).count() == 0
        assert send(browser, f"{ROUTE}_paper", args, first | again).status_code == 302
        assert rows(Response).get().is_checked_twice

    def test_blank_carries_no_name_and_its_attribution(self, cast: Cast) -> None:
        page = page_of(cast, url(cast, f"{ROUTE}_blank"))
        blank = page[page.index('<article class="blank"') : page.index("</article>")]
        assert cast.jo.row.name not in blank
        assert str(library.instrument("phq9").meta["attribution"])[:30] in blank
        assert "No Spanish wording is loaded here" in page

    def test_blank_speaks_the_language_whose_text_is_there(self, cast: Cast) -> None:
        licensed.load_text(
            actor=SERVICE, instrument="phq9", language="es", licence="Pfizer grant",
            document=text_of("phq9"), loaded_by="operator", now=clock.now(),
        )  # fmt: skip
        page = page_of(cast, f"{url(cast, f'{ROUTE}_blank')}?language=es")
        assert 'lang="es"' in page
        assert "Sentence of the publisher 9" in page


class TestCourse:
    def test_says_a_change_that_counts(self, cast: Cast) -> None:
        answered(cast, 15, 14)
        page = page_of(cast, reverse("desk:response", args=[answered(cast, 9, 0).pk]))
        assert "improved by 6, more than the 5 that counts" in page
        assert 'role="img"' in page
        assert "<desc" in page

    def test_says_no_real_change(self, cast: Cast) -> None:
        answered(cast, 10, 14)
        page = page_of(cast, reverse("desk:response", args=[answered(cast, 9, 0).pk]))
        assert "no real change" in page

    def test_leaves_a_gap_where_it_is_not_complete(self, cast: Cast) -> None:
        for total, days in ((12, 21), (None, 14), (8, 7)):
            answered(cast, total, days)
        page = page_of(cast, reverse("desk:chart_measures", args=[cast.jo.pk]))
        assert "12, not complete, 8" in page
        assert page.count("<polyline") == 0
        assert page.count("<circle") == 2

    def test_shows_what_is_due_and_why(self, cast: Cast) -> None:
        page = page_of(cast, reverse("desk:chart_measures", args=[cast.jo.pk]))
        assert "Due now and coming" in page
        assert "BAM-IOP" in page
        assert "Not answered since" in page

    def test_says_begun_is_not_complete(self, cast: Cast) -> None:
        signed_in(cast.dana).post(url(cast, f"{ROUTE}_item"), {"q_1": "3"})
        page = page_of(cast, reverse("desk:chart_measures", args=[cast.jo.pk]))
        assert "PHQ-9: begun, not complete" in page


@pytest.mark.parametrize(
    ("route", "most"),
    [("questionnaire", 24), ("questionnaire_paper", 20), ("chart_measures", 44)],
)
def test_a_page_asks_no_more_when_there_is_more(cast: Cast, route: str, most: int) -> None:
    args = [cast.jo.pk] if route == "chart_measures" else [cast.jo.pk, "phq9"]
    browser, address = signed_in(cast.dana), reverse(f"desk:{route}", args=args)

    def asked() -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(address).status_code == 200
        return len(seen)

    for days in (30, 29):
        answered(cast, 4, days)
    few = asked()
    for days in range(2, 12):
        answered(cast, days, days)
    assert asked() <= few <= most
