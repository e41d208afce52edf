"""The call page, the caller tool, the gates, the wait list and the figures over the wire."""

import re
import statistics
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions import actions
from homeward.admissions.models import CapacityNotice, Hold, Inquiry, Message, Obligation, Reminder
from homeward.admissions.tests import walking
from homeward.admissions.tests.test_holds import physician, rows
from homeward.core import clock
from homeward.core.models import Draft
from homeward.desk.admissions.tests.browsing import keys_of, send, signed_in
from homeward.desk.capacity import fullness, watch_capacity
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast
from homeward.timetable.tests.planned import another_client

pytestmark = pytest.mark.django_db
SECRETS = re.compile(
    r'(?:name="(?:csrfmiddlewaretoken|form_key)" value="[^"]+"'
    r'|nonce="[^"]+"|"X-CSRFToken": *"[^"]+")'
)


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    """One fixed day."""
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def plain(answer: Any) -> str:
    """A page without what is drawn by lot for every answer; its length says whether they differ."""
    return SECRETS.sub(lambda found: "x" * len(found.group()), answer.content.decode())


class TestTheCall:
    def test_is_kept_as_it_is_typed_and_comes_back(self, cast: Cast) -> None:
        """A draft outlives the page; it is sealed, the account's own, and gone once sent."""
        ada = signed_in(cast.ada)
        url = reverse("desk:admissions_inquiry_draft")
        typed = {
            "caller_name": "Lee Brown", "substances": ["alcohol", "cocaine"],
            "suicidal": "thoughts", "work_days": ["0", "1"], "work_starts": "09:00",
        }  # fmt: skip
        assert ada.post(url, typed).json()["saved"].startswith("saved 12:00:0")
        sealed = Draft.objects.get()
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_draft")
            assert "Lee" not in cursor.fetchone()[0]
        again = signed_in(cast.ada).get(reverse("desk:admissions_inquiry"))
        page = again.content.decode()
        assert 'value="Lee Brown"' in page
        assert 'value="09:00"' in page
        assert "Thoughts of suicide. Offer 988" in page
        assert (
            "Lee Brown" not in signed_in(cast.sam).get(url.replace("draft/", "")).content.decode()
        )
        assert sealed.account_id == cast.ada.account.pk
        send(
            ada, "desk:admissions_inquiry", [],
            {"caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk},
        )  # fmt: skip
        assert not Draft.objects.exists()

    def test_can_be_started_afresh(self, cast: Cast) -> None:
        """Thrown away by its writer only."""
        ada, fay = signed_in(cast.ada), signed_in(cast.fay)
        url = reverse("desk:admissions_inquiry_draft")
        for browser in (ada, fay):
            browser.post(url, {"caller_name": "Lee"})
        assert ada.post(url, {"forget": "1"}).status_code == 302
        assert [each.account_id for each in Draft.objects.all()] == [cast.fay.account.pk]

    def test_says_danger_and_priority_while_it_is_typed(self, cast: Cast) -> None:
        """988 and a named person, withdrawal, the law's group; nothing is kept."""
        from datetime import time as clock_time

        from homeward.staff.models import WorkingHours

        WorkingHours.objects.create(
            worker=cast.sam.row, weekday=1, starts=clock_time(8), ends=clock_time(18),
            starts_on=NOON.date() - timedelta(days=30),
        )  # fmt: skip
        ada, url = signed_in(cast.ada), reverse("desk:admissions_inquiry_live")
        told = {
            "site_id": cast.site.pk, "suicidal": "danger_now", "withdrawal_risk": "severe",
            "is_pregnant": "yes", "injects": "yes",
        }  # fmt: skip
        page = ada.post(url, told).content.decode()
        assert "988" in page
        assert "Sam Whitfield" in page
        assert "911" in page
        assert "Pregnant and injecting: first of all" in page
        calm = ada.post(url, {"site_id": cast.site.pk}).content.decode()
        assert "Not asked yet: suicide, withdrawal, pregnancy" in calm
        assert not rows(Inquiry).exists()

    def test_keeps_unknown_unknown(self, cast: Cast) -> None:
        """What was not asked is None and never False; a week is kept with its times."""
        ada = signed_in(cast.ada)
        send(
            ada, "desk:admissions_inquiry", [],
            {
                "caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk,
                "is_pregnant": "unknown", "work_days": ["0", "2"], "work_starts": "09:00",
                "work_ends": "17:00",
            },
        )  # fmt: skip
        row = rows(Inquiry).get()
        assert (row.is_pregnant, row.injects, row.may_call_back, row.may_leave_message) == (
            None, None, None, None,
        )  # fmt: skip
        assert (row.suicidal, row.withdrawal_risk, row.payer_id) == ("", "", None)
        assert {each.weekday for each in rows(Obligation)} == {0, 2}
        page = ada.get(reverse("desk:admissions_case", args=[row.pk])).content.decode()
        assert "not asked" in page
        assert "09:00–17:00" in page

    def test_names_a_week_it_cannot_read(self, cast: Cast) -> None:
        """Days without times; what was typed stays."""
        answer = send(
            signed_in(cast.ada), "desk:admissions_inquiry", [],
            {
                "caller_name": "Lee Brown", "relation": "self", "site_id": cast.site.pk,
                "court_days": ["3"],
            },
        )  # fmt: skip
        assert answer.status_code == 422
        assert "Enter a start, and an end after it." in answer.content.decode()
        assert "Lee Brown" in answer.content.decode()


class TestTheCallerTool:
    def ask(self, browser: Browser, about: str, cast: Cast) -> tuple[int, str, str, int]:
        """What the answer is, byte by byte, and how many queries it took."""
        url = reverse("desk:admissions_callers")
        page = browser.get(url)
        sent = {**keys_of(page), "about": about, "words": "", "site_id": str(cast.site.pk)}
        with CaptureQueriesContext(
            connection,
        ) as asked:
            answer = browser.post(url, sent)
        shown = browser.get(url)
        return answer.status_code, answer.headers["Location"], plain(shown), len(asked)

    def test_gives_the_same_bytes_for_known_and_unknown(self, cast: Cast) -> None:
        """Jo is a client, Pat is one elsewhere, Bo Nobody is nobody: one answer."""
        browser = signed_in(cast.fay)
        self.ask(browser, "warm the caches", cast)
        found = [self.ask(browser, name, cast) for name in ("Jo Avery", "Pat Moreau", "Bo Nobody")]
        assert found[0] == found[1] == found[2]
        assert len({len(each[2].encode()) for each in found}) == 1
        for name in ("Jo Avery", "Pat Moreau", "Bo Nobody"):
            assert name not in found[0][2]

    def test_asks_the_database_nothing_about_a_client(self, cast: Cast) -> None:
        """No query of the answer so much as names the table of clients."""
        browser, url = signed_in(cast.fay), reverse("desk:admissions_callers")
        sent = {**keys_of(browser.get(url)), "about": "Jo Avery", "site_id": str(cast.site.pk)}
        with CaptureQueriesContext(connection) as asked:
            browser.post(url, sent)
        assert not [each["sql"] for each in asked if "people_client" in each["sql"]]
        assert not [each["sql"] for each in asked if "Jo Avery" in each["sql"]]

    def test_takes_as_long_for_one_as_for_the_other(self, cast: Cast) -> None:
        """The middle of twelve answers each, taken in turns; only their ratio is looked at."""
        browser = signed_in(cast.fay)
        took: dict[str, list[float]] = {"Jo Avery": [], "Bo Nobody": []}
        for _turn in range(12):
            for name, times in took.items():
                begun = time.perf_counter()
                self.ask(browser, name, cast)
                times.append(time.perf_counter() - begun)
        known, unknown = (statistics.median(times[2:]) for times in took.values())
        assert 0.6 < known / unknown < 1.67

    def test_needs_something_to_keep(self, cast: Cast) -> None:
        """Nothing typed at all: said so, and nothing kept."""
        answer = send(signed_in(cast.fay), "desk:admissions_callers", [], {"site_id": cast.site.pk})
        assert answer.status_code == 422
        assert not rows(Message).exists()

    def test_leaves_messages_to_the_desk(self, cast: Cast) -> None:
        """Fay takes them and reads none; Ada reads and deals with them."""
        self.ask(signed_in(cast.fay), "Jo Avery", cast)
        assert signed_in(cast.fay).get(reverse("desk:admissions_messages")).status_code == 403
        ada = signed_in(cast.ada)
        assert "Jo Avery" in ada.get(reverse("desk:admissions_messages")).content.decode()
        row = rows(Message).get()
        send(ada, "desk:admissions_message", [row.pk], {"disposition": "passed_on"})
        assert "No message waits" in ada.get(reverse("desk:admissions_messages")).content.decode()


def test_the_public_form_answers_a_known_number_like_a_new_one(cast: Cast) -> None:
    """An inquiry of the same number, a client of the same number, or nobody: one answer."""
    answers = []
    walking.call(cast, phone="312 555 0199")
    # The first of all answers fills the caches; the two after it are compared.
    for phone in ("312 555 0100", "312 555 0199", "312 555 0177"):
        browser = Browser()
        page = browser.get("/ask/")
        sent = {**keys_of(page), "phone": phone, "relation": "self"}
        with CaptureQueriesContext(connection) as asked:
            answer = browser.post("/ask/", sent)
        answers.append((answer.status_code, answer.headers["Location"], len(asked)))
        answers[-1] += (plain(browser.get(answer.headers["Location"])),)
    assert answers[1] == answers[2]


class TestTheGates:
    def arrive(self, cast: Cast) -> tuple[Any, Any]:
        inquiry = walking.call(cast)
        return inquiry, walking.open_record(cast, inquiry)

    def test_say_what_they_would_do_and_then_do_it(self, cast: Cast) -> None:
        """The live part first, then the hold with its card, then the release by a physician."""
        doctor = physician(cast)
        inquiry, client = self.arrive(cast)
        ada = signed_in(cast.ada)
        told = {"daily_benzodiazepine": "yes", "intoxicated": "no", "pulse": "80"}
        live = ada.post(reverse("desk:admissions_gates_live", args=[inquiry.pk]), told)
        assert "Medical evaluation today" in live.content.decode()
        assert not rows(Hold).exists()
        sent = send(ada, "desk:admissions_gates", [inquiry.pk], told)
        assert sent.headers["Location"] == reverse("desk:admissions_case", args=[inquiry.pk])
        hold = rows(Hold, client=client).get()
        page = ada.get(sent.headers["Location"]).content.decode()
        assert "Alcohol or sedative withdrawal" in page
        assert "CIWA-Ar cut-points: ASAM 2020" in page
        assert reverse("desk:admissions_release", args=[hold.pk]) not in page
        assert ada.get(reverse("desk:admissions_release", args=[hold.pk])).status_code == 403

        physician_page = signed_in(doctor)
        short = send(
            physician_page, "desk:admissions_release", [hold.pk],
            {"ending": "cleared_by_evaluation", "evidence": "ok"},
        )  # fmt: skip
        assert short.status_code == 422
        assert "must be written" in short.content.decode()
        done = send(
            physician_page, "desk:admissions_release", [hold.pk],
            {"ending": "cleared_by_evaluation", "evidence": "Examined, tapering with own doctor."},
        )  # fmt: skip
        assert done.status_code == 302
        assert physician_page.get(done.headers["Location"]).status_code == 200
        hold.refresh_from_db()
        assert hold.released_by_id == doctor.pk

    def test_are_asked_by_a_nurse_through_the_client(self, cast: Cast) -> None:
        """Ruth reaches no inquiry; once she is on the team she asks by the client."""
        _inquiry, client = self.arrive(cast)
        ruth, url = signed_in(cast.ruth), reverse("desk:nursing_gates", args=[client.pk])
        assert ruth.get(url).status_code == 404
        TeamMembership.objects.create(
            client=client, site=cast.site, worker=cast.ruth.row, role="nurse", starts_at=NOON
        )
        sent = send(ruth, "desk:nursing_gates", [client.pk], {"pulse": "130"})
        assert sent.status_code == 302
        assert rows(Hold, client=client).get().kind == "medical_red_flag"

    def test_ask_afresh_and_keep_drafts(self, cast: Cast) -> None:
        """Earlier answers are named with their day and never filled in; a draft is."""
        inquiry, _client = self.arrive(cast)
        ada, where = signed_in(cast.ada), [inquiry.pk]
        send(ada, "desk:admissions_gates", where, {"pulse": "83"})
        page = ada.get(reverse("desk:admissions_gates", args=where)).content.decode()
        assert "Asked before on" in page
        assert 'value="83"' not in page
        ada.post(reverse("desk:admissions_gates_draft", args=where), {"pulse": "84"})
        assert (
            'value="84"' in ada.get(reverse("desk:admissions_gates", args=where)).content.decode()
        )

    def test_name_the_field_they_cannot_read(self, cast: Cast) -> None:
        """422, the words beside the field, what was typed kept."""
        inquiry, _client = self.arrive(cast)
        answer = send(
            signed_in(cast.ada), "desk:admissions_gates", [inquiry.pk],
            {"pulse": "900", "note": "looks well"},
        )  # fmt: skip
        assert answer.status_code == 422
        assert "between 20 and 250" in answer.content.decode()
        assert "looks well" in answer.content.decode()

    def test_record_capacity_and_the_interim_plan(self, cast: Cast) -> None:
        """Both are named, dated rows; the case page says how they stand."""
        inquiry, client = self.arrive(cast)
        ada = signed_in(cast.ada)
        short = send(
            ada, "desk:capacity_to_sign", [client.pk], {"has_capacity": "no", "seen": "drunk"}
        )
        assert short.status_code == 422
        send(
            ada, "desk:capacity_to_sign", [client.pk],
            {"has_capacity": "no", "seen": "Slurred speech, falls asleep."},
        )  # fmt: skip
        send(
            ada, "desk:admissions_interim_plan", [inquiry.pk],
            {"first_services": "Evening groups from tomorrow on."},
        )  # fmt: skip
        page = ada.get(reverse("desk:admissions_case", args=[inquiry.pk])).content.decode()
        assert "signs later" in page
        assert "Evening groups from tomorrow on." in page


class TestWaiting:
    def listed(self, cast: Cast) -> Any:
        inquiry = walking.call(cast, injects=True)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        walking.decide(cast, walking.rate(cast, client))
        actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now())
        return inquiry

    def test_shows_the_clocks_and_takes_services(self, cast: Cast) -> None:
        """The number, the group, both limits; then the service and the contact."""
        inquiry = self.listed(cast)
        ada, url = signed_in(cast.ada), reverse("desk:admissions_waitlist")
        page = ada.get(url).content.decode()
        for words in ("WL-00001", "Injecting: before others", "interim services by", "admit by"):
            assert words in page
        send(ada, "desk:admissions_interim", [inquiry.pk], {"kind": "hiv_tb_counseling"})
        send(ada, "desk:admissions_reached", [inquiry.pk], {})
        assert "interim services began" in ada.get(url).content.decode()

    def test_reminds_on_the_first_page(self, cast: Cast) -> None:
        """A reminder is a line with its act, and goes once it is answered."""
        walking.call(cast)
        actions.open_reminders(actor=walking_service(), now=clock.now())
        ada = signed_in(cast.ada)
        assert "Call back" in ada.get(reverse("desk:admissions")).content.decode()
        row = rows(Reminder).get()
        send(ada, "desk:admissions_reminder", [row.pk], {"disposition": "done"})
        assert "Do next" not in ada.get(reverse("desk:admissions")).content.decode()

    def test_figures_open_their_rows_and_the_notice_is_the_directors(self, cast: Cast) -> None:
        """Each figure has rows; Dina records that the state was told, Ada may not."""
        inquiry = self.listed(cast)
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="lost", reason="waited_too_long",
            now=clock.now(),
        )  # fmt: skip
        actions.keep_capacity_notice(
            actor=walking_service(), program=cast.program, site=cast.site, seats=10, taken=9,
            now=clock.now(),
        )  # fmt: skip
        ada, dina = signed_in(cast.ada), signed_in(cast.dina)
        url = reverse("desk:admissions_figures")
        for asked in ("?rows=contact", "?rows=assessment", "?reason=waited_too_long"):
            assert inquiry.number in ada.get(url + asked).content.decode(), asked
        row = rows(CapacityNotice).get()
        assert ada.get(reverse("desk:admissions_notice", args=[row.pk])).status_code == 403
        send(dina, "desk:admissions_notice", [row.pk], {"reference": "letter of today"})
        assert "letter of today" in dina.get(url).content.decode()


def walking_service() -> Any:
    """The house itself."""
    from homeward.core.actors import Actor

    return Actor.of_service("admissions")


@pytest.mark.parametrize(
    "route", ["desk:admissions", "desk:admissions_waitlist", "desk:admissions_figures"]
)
def test_queries_do_not_grow_with_rows(cast: Cast, route: str) -> None:
    """Three people or twelve: the same number of queries."""
    ada = signed_in(cast.ada)
    counts = []
    made = 0
    for until in (3, 12):
        while made < until:
            made += 1
            row = Inquiry.objects.create(
                site=cast.site, program=cast.program, number=f"Q-{made:05}",
                caller_name="Lee Brown", first_request_at=NOON - timedelta(hours=made),
                taken_by=cast.ada.row, injects=bool(made % 2), state=Inquiry.State.PLACED,
            )  # fmt: skip
            actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=row.pk, now=NOON)
        actions.open_reminders(actor=walking_service(), now=NOON + timedelta(days=8))
        ada.get(reverse(route))
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(reverse(route)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 40, counts


def test_a_nurse_finds_the_hold_by_her_task(cast: Cast) -> None:
    """The duty leads to the hold and to the medical questions; both open for her."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    actions.screen_medically(actor=cast.ada.actor, inquiry_id=inquiry.pk, pulse=130, now=NOON)
    hold, ruth = rows(Hold, client=client).get(), signed_in(cast.ruth)
    task = rows(CareTask, kind="medical_hold").get()
    page = ruth.get(reverse("desk:task", args=[task.pk])).content.decode()
    for url in (
        reverse("desk:admissions_release", args=[hold.pk]),
        reverse("desk:nursing_gates", args=[client.pk]),
    ):
        assert url in page
        assert ruth.get(url).status_code == 200
    send(ruth, "desk:nursing_gates", [client.pk], {"pulse": "82"})
    done = send(
        ruth, "desk:admissions_release", [hold.pk],
        {"ending": "cleared_by_evaluation", "evidence": "Pulse 82 after rest, no symptoms."},
    )  # fmt: skip
    assert done.status_code == 302
    task.refresh_from_db()
    assert task.disposition == "hold_released"


def test_the_seats_of_a_site_are_watched(cast: Cast) -> None:
    """Ten seats and one client in care: nothing; with eight more the director is told."""
    assert watch_capacity(now=NOON) == 0
    for number in range(8):
        another_client(cast, f"Racer {number}", 500 + number)
    found = {each.site.pk: (each.seats, each.taken) for each in fullness(NOON)}
    assert found[cast.site.pk] == (10, 9)
    assert watch_capacity(now=NOON) == watch_capacity(now=NOON) == 1
    assert rows(CapacityNotice).get().owner_id == cast.dina.pk


@pytest.mark.parametrize("days", ["²", "9" * 5000, "-1", "30"])
def test_any_stretch_in_the_address_opens_the_figures(cast: Cast, days: str) -> None:
    """What is no stretch of the page is the usual one."""
    url = reverse("desk:admissions_figures")
    assert signed_in(cast.ada).get(url, {"days": days}).status_code == 200
