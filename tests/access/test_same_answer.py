"""Nobody learns from an answer whether somebody is known here.

Each door that a stranger, or somebody without a right to know, can try is asked twice: once about
what exists and once about what does not. Status, place, headers, bytes and the number of queries
are the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions.tests import walking
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.admissions.tests.browsing import keys_of, signed_in
from homeward.kernel.purposes import Purpose
from homeward.packets.actions import make_link, prepare_packet
from homeward.packets.models import SigningLink
from homeward.packets.rules.links import MOST_TRIES
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "312 555 0199", "312 555 0177"
NO_TOKEN, NO_CODE = "n" * 32, "111111"
# Drawn by lot for every answer; their length stays, so that a difference in length is seen.
BY_LOT = re.compile(
    r'(?<=csrfmiddlewaretoken" value=")[^"]+|(?<=form_key" value=")[^"]+'
    r"|(?<=nonce=\")[^\"]+|(?<='nonce-)[^']+"
)
OF_THE_MOMENT = {"X-Request-Id", "Set-Cookie", "Date", "Expires", "Last-Modified"}


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that comes back, and how much work it was."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    queries: int


def asked(send: Callable[[], Any], *own: str) -> Answer:
    """One answer; `own` are the asker's own words, which may come back and are made alike."""
    with CaptureQueriesContext(connection) as captured:
        got = send()

    def plain(text: str) -> str:
        for word in own:
            text = text.replace(word, "O" * len(word))
        return BY_LOT.sub(lambda found: "x" * len(found.group()), text)

    headers = tuple(
        (name, plain(value)) for name, value in got.headers.items() if name not in OF_THE_MOMENT
    )
    return Answer(got.status_code, headers, plain(got.content.decode()), len(captured))


def same(answers: list[list[Answer]]) -> None:
    """All of them, step by step; the first of each door only fills the caches."""
    _warm, first, *others = answers
    for other in others:
        assert other == first


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    """One fixed instant, and nobody held back by what the last test asked."""
    clock.shift_to(NOON)
    cache.clear()
    yield
    clock.shift_to(None)
    cache.clear()


def post(browser: Browser, url: str, told: dict[str, Any]) -> Any:
    """Open the page and send its form."""
    keys = keys_of(browser.get(url))
    return lambda: browser.post(url, {**keys, **told})


def test_somebody_asks_about_a_person(cast: Cast) -> None:
    """A client, a client of the other site, somebody who called once, nobody."""
    walking.call(cast)
    browser, url = signed_in(cast.fay), reverse("desk:admissions_callers")
    answers = []
    for name in ("Warm Cache", "Nobody Here", "Jo Avery", "Pat Moreau", walking.NAME):
        told = {"about": name, "phone": KNOWN, "words": "Is she there?", "site_id": cast.site.pk}
        sent = asked(post(browser, url, told), name)
        answers.append([sent, asked(lambda: browser.get(url), name)])
    same(answers)
    assert "Jo" not in answers[2][1].body


def test_somebody_asks_for_a_call(cast: Cast) -> None:
    """An inquiry with this number, a client with it, or neither: the public form."""
    walking.call(cast, phone=KNOWN)
    answers = []
    for phone in ("312 555 0100", UNKNOWN, KNOWN):
        browser = Browser()
        sent = asked(post(browser, "/ask/", {"phone": phone, "relation": "self"}))
        place = dict(sent.headers)["Location"]
        answers.append([sent, asked(lambda: browser.get(place), phone)])  # noqa: B023 - called here
    same(answers)


def test_the_front_desk_takes_a_call(cast: Cast) -> None:
    """It reads no inquiries, and does not learn from its own form that somebody called before."""
    walking.call(cast, phone=KNOWN)
    url, answers = reverse("desk:admissions_inquiry"), []
    browser = signed_in(cast.fay)
    for name, phone in (("Wa Cache", "312 555 0100"), ("No Person", UNKNOWN), ("Jo Avery", KNOWN)):
        told = {"caller_name": name, "relation": "self", "phone": phone, "site_id": cast.site.pk}
        sent = asked(post(browser, url, told))
        page = asked(lambda: browser.get(url))
        number = re.compile(r"INQ-\d{5}")
        page = Answer(page.status, page.headers, number.sub("INQ-00000", page.body), page.queries)
        answers.append([sent, page])
    same(answers)


def tried(token: str, code: str) -> list[Answer]:
    """Everything somebody sees who tries a code on the address of a link."""
    browser, url = Browser(), reverse("portal:by_link", args=[token])
    opened = asked(lambda: browser.get(url), token)
    sent = asked(post(browser, url, {"code": code}), token)
    after = asked(lambda: browser.get(url + dict(sent.headers)["Location"]), token)
    inside = asked(lambda: browser.get(f"{url}papers/"), token)
    paper = asked(lambda: browser.get(f"{url}papers/{uuid4()}/"), token)
    return [opened, sent, after, inside, paper]


def unworked(answers: list[Answer]) -> list[Answer]:
    """Without the count of queries: a wrong code on a real link is counted, which is work."""
    return [Answer(each.status, each.headers, each.body, 0) for each in answers]


class TestALinkToSign:
    def link(self, cast: Cast) -> Any:
        packet = prepare_packet(
            actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=NOON
        )
        return make_link(actor=cast.dana.actor, packet_id=packet.pk, code_given="spoken", now=NOON)

    def test_opens_the_same_page_whether_it_exists_or_not(self, cast: Cast) -> None:
        """Before a code is typed: bytes and queries."""
        made = self.link(cast)
        pages = []
        for token in (NO_TOKEN, NO_TOKEN, made.token):
            url = reverse("portal:by_link", args=[token])
            pages.append([asked(lambda: Browser().get(url), token)])  # noqa: B023 - called here
        same(pages)

    def test_a_wrong_code_and_a_wrong_link_are_answered_alike(self, cast: Cast) -> None:
        """Also where the link has ended, is locked, or has gone out of time."""
        made = self.link(cast)
        wrong = NO_CODE if made.code != NO_CODE else "222222"
        tried(NO_TOKEN, wrong)
        unknown = unworked(tried(NO_TOKEN, wrong))
        assert unworked(tried(made.token, wrong)) == unknown
        row = SigningLink.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS).get()
        for ended in ({"tries": MOST_TRIES}, {"tries": 0, "ended_at": NOON}):
            row.refresh_from_db()
            row.change(**ended)
            assert unworked(tried(made.token, made.code)) == unknown

    def test_the_right_link_still_opens(self, cast: Cast) -> None:
        """Otherwise all of the above would hold of a door that never opens."""
        made = self.link(cast)
        assert tried(made.token, made.code)[3].status == 200


def test_a_record_out_of_reach_is_a_record_that_is_not_there(cast: Cast) -> None:
    """Omar of the other site: Jo's chart, and the chart of a number nobody has."""
    browser, answers = signed_in(cast.omar), []
    for route in ("desk:chart", "desk:chart_notes", "desk:placement", "desk:assessments"):
        for pk in (uuid4(), uuid4(), cast.jo.pk):
            url = reverse(route, args=[pk])
            answers.append([asked(lambda: browser.get(url), str(pk))])  # noqa: B023 - called here
        same(answers)
        answers.clear()


def test_an_account_that_is_there_and_one_that_is_not(cast: Cast) -> None:
    """A wrong password for Dana, and for somebody nobody knows."""
    url, answers = reverse("account_login"), []
    for name in ("done", "dono", "dana"):
        browser = Browser()
        browser.get(url)
        wrong = {"login": name, "password": "wrong"}
        got = asked(lambda: browser.post(url, wrong), name)  # noqa: B023 - called here
        # A known account counts its failed tries; the answer is what nobody may tell apart.
        answers.append([Answer(got.status, got.headers, got.body, 0)])
    same(answers)
