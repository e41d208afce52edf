"""Find a program: finds what fits, says what is not known, and keeps nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.core import clock
from homeward.core.models import Submission
from homeward.directory.models import Service
from homeward.testing.cast import NOON

ZIP = "60614"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places(db: Any) -> Any:
    """A detox near and one far, and a group whose hours nobody knows."""
    cache.clear()
    clock.shift_to(NOON)
    common = {"languages": ["en"], "payers": ["medicaid"], "takes": ["adults"]}
    Service.objects.create(
        code="near", name="Near detox", options=["detox"], zip_code="60640",
        phone="+1 312 555 0110", web="near.example",
        hours=[[d, 0, 1440] for d in range(7)], **common,
    )  # fmt: skip
    Service.objects.create(
        code="far", name="A far detox", options=["detox"], zip_code="62701", **common
    )
    Service.objects.create(
        code="group", name="Circle", options=["support_secular"], zip_code="60613"
    )
    yield
    clock.shift_to(None)
    cache.clear()


def ask(client: Any, **typed: Any) -> Any:
    """The form as a browser sends it."""
    return client.post("/find/", typed)


def names(answer: Any) -> list[str]:
    """The places of a page, in order."""
    return re.findall(r'class="card__title"[^>]*>([^<]+)<', answer.content.decode())


def test_shows_everything_at_first(client: Any) -> None:
    assert names(client.get("/find/")) == ["A far detox", "Circle", "Near detox"]


def test_sorts_by_distance_and_filters(client: Any) -> None:
    found = ask(client, zip_code=ZIP, options=["detox"])
    assert names(found) == ["Near detox", "A far detox"]
    assert "about 3" in found.content.decode()
    assert names(ask(client, zip_code=ZIP, options=["detox"], within="10")) == ["Near detox"]
    assert names(ask(client, open_now="on")) == ["Near detox"]
    assert names(ask(client, language="es")) == []
    assert names(ask(client, payer="private", options=["support_secular"])) == ["Circle"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"zip_code": "606"}, "Write five digits"),
        ({"zip_code": "٦٠٦١٤"}, "Write five digits"),
        ({"zip_code": "00000"}, "We do not know this ZIP code"),
        ({"within": "10"}, "from where"),
        ({"options": ["spa"]}, "spa"),
    ],
)
def test_a_question_that_is_not_right_is_named_and_kept(
    client: Any, typed: dict[str, Any], words: str
) -> None:
    answer = ask(client, **typed)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert words in text
    if zip_code := typed.get("zip_code"):
        assert f'value="{zip_code}"' in text


def test_the_zip_is_nowhere_afterwards(client: Any, caplog: Any) -> None:
    """Not in a row, a key, a cookie, the cache, a log line or an address."""
    with (
        caplog.at_level("DEBUG"),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        answer = ask(client, zip_code="60657", options=["detox"])
    assert answer.status_code == 200
    assert not Submission.objects.exists()
    assert "60657" not in " ".join(query["sql"] for query in queries)
    assert "60657" not in caplog.text
    assert "60657" not in str(answer.cookies) + str(dict(answer.headers))
    assert not re.search(r'(?:href|action)="[^"]*60657', answer.content.decode())
    assert "60657" not in str(getattr(cache, "_cache", {}))


def test_writes_nothing_at_all(client: Any) -> None:
    with CaptureQueriesContext(connection) as queries:
        ask(client, zip_code=ZIP)
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    # The counter of requests alone: a keyed digest of the sender and a number.
    assert [each for each in written if '"core_cache"' not in each] == []


def test_no_place_learns_who_looked(client: Any) -> None:
    """Web addresses are text; every link stays here or dials."""
    text = client.get("/find/").content.decode()
    assert "near.example" in text
    for address in re.findall(r'href="([^"]+)"', text):
        quick_leave = address == "https://www.weather.gov/"
        assert quick_leave or address.startswith(("/", "#", "tel:", "data:")), address


def test_what_was_not_checked_says_so(client: Any, cast: Any) -> None:
    text = client.get("/find/").content.decode()
    assert "Not checked yet: call before you go" in text
    row = Service.objects.get(code="near")
    row.change(verified_on=NOON.date() - timedelta(days=20), verified_by_id=cast.ada.pk)
    assert "Checked November 2026" in client.get("/find/").content.decode()


def test_a_place_off_the_list_is_gone(client: Any) -> None:
    Service.objects.get(code="near").change(retired_at=NOON)
    assert "Near detox" not in names(client.get("/find/"))


def test_too_many_questions_are_paused(client: Any, monkeypatch: Any) -> None:
    monkeypatch.setitem(
        __import__("homeward.website.limits", fromlist=["MOST"]).MOST, "find", (2, 9)
    )
    assert [ask(client).status_code for _ in range(3)] == [200, 200, 429]


def test_one_page_asks_once(client: Any) -> None:
    """The queries do not grow with the places."""

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/find/")
        return len(queries)

    few = count()
    for n in range(25):
        Service.objects.create(code=f"p{n}", name=f"P{n}", options=["detox"], zip_code=ZIP)
    assert count() == few
    assert len(client.get("/find/").content) < 150_000
