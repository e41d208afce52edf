"""The caller tool and the public form answer known and unknown people alike."""

import statistics
import time

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions.models import Message
from homeward.admissions.tests import walking
from homeward.admissions.tests.test_holds import rows
from homeward.desk.admissions.tests.browsing import keys_of, plain, send, signed_in
from homeward.testing.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


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
