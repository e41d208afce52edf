"""What nobody's page sends: zero bytes, digits of other scripts, numbers without end."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client as Browser
from django.test import RequestFactory
from django.urls import reverse

from homeward.core.asked import day, instant, whole_number
from homeward.core.readable import MOST_BYTES, NoZeroBytesMiddleware
from homeward.core.submissions import new_key

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("7", 7), ("060", 60), ("999999999", 999_999_999),
        ("", None), ("-1", None), ("+1", None), ("1.5", None), (" 1", None), ("1 ", None),
        ("1_000", None), ("²", None), ("٣", None), ("௧", None), ("①", None), ("Ⅷ", None),
        ("9999999999", None), ("9" * 5000, None), ("1\x00", None),
    ],
)  # fmt: skip
def test_only_plain_short_numbers_are_numbers(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-24T12:00:00+00:00", "2026-11-24T12:00:00+00:00"),
        ("2026-11-24T12:00:00-06:00", "2026-11-24T18:00:00+00:00"),
        ("2026-11-24T12:00:00Z", "2026-11-24T12:00:00+00:00"),
        # No database takes such a zone.
        ("2026-11-24T12:00:00+23:59", "2026-11-23T12:01:00+00:00"),
        ("2026-11-24T12:00:00", None), ("2026-11-24", None), ("2026-13-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-14:00", None), ("0001-01-01T00:00:00+14:00", None),
        ("", None), ("now", None), ("x" * 9000, None),
    ],
)  # fmt: skip
def test_only_instants_with_a_zone_are_instants(text: str, found: str | None) -> None:
    assert instant(text) == (datetime.fromisoformat(found) if found else None)


@pytest.mark.django_db
def test_an_odd_zone_in_an_address_is_no_error(cast: Any) -> None:
    odd = "2026-11-24T12:00:00+23:59"
    browser = signed_in(cast.jo)
    for name, asked in (("portal:readers", "until"), ("portal:disclosures", "before")):
        assert browser.get(reverse(name), {asked: odd}).status_code == 200
    history = reverse("desk:chart_history", args=[cast.jo.pk])
    assert signed_in(cast.dana).get(history, {"before": odd}).status_code == 200


ODD = ("²", "٣", "-1", "9" * 5000, "999999999", "1e9", "0x1", "", "७")


def signed_in(player: Any) -> Browser:
    browser = Browser(raise_request_exception=False)
    browser.force_login(player.account, backend=BACKEND)
    return browser


@pytest.mark.django_db
@pytest.mark.parametrize("odd", ODD, ids=[each[:9] or "empty" for each in ODD])
def test_odd_numbers_in_an_address_are_passed_over(cast: Any, odd: str) -> None:
    """The page opens as if nothing had been asked for: never an error, never an empty list."""
    browser = signed_in(cast.dana)
    clients = browser.get(reverse("desk:clients"), {"from": odd, "who": "all"})
    assert clients.status_code == 200
    assert "Jo Avery" in clients.content.decode()
    plan = reverse("desk:chart_plan", args=[cast.jo.pk])
    assert browser.get(plan, {"number": odd}).status_code == 200


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-24", date(2026, 11, 24)), ("1880-01-01", date(1880, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)), ("1879-12-31", None), ("2200-01-01", None),
        ("0001-01-01", None), ("9999-12-31", None), ("2026-02-30", None), ("", None),
        ("tomorrow", None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_only_days_a_record_knows_are_days(text: str, found: date | None) -> None:
    assert day(text) == found


FARTHEST = ("0001-01-01", "0001-01-08", "9999-12-27", "9999-12-31")


@pytest.mark.django_db
@pytest.mark.parametrize("far", FARTHEST)
@pytest.mark.parametrize(
    "route",
    ["guard", "duty", "closures", "week", "week_drafts", "print_wall", "print_mine",
     "print_sign_in_day"],
)  # fmt: skip
def test_weeks_without_end_are_passed_over(cast: Any, route: str, far: str) -> None:
    """A week before or after which there is none opens as this week."""
    page = signed_in(cast.dina).get(reverse(f"desk:{route}"), {"week": far, "on": far})
    assert page.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("far", FARTHEST)
def test_a_day_without_end_is_refused_in_a_form(cast: Any, far: str) -> None:
    """With the field's own words, before anything reckons with it."""
    browser = signed_in(cast.dina)
    typed = {"on": far, "name": "Snow", "form_key": new_key()}
    assert browser.post(reverse("desk:closures"), typed).status_code == 422
    week = {"program": cast.program.pk, "site": cast.site.pk, "starts_on": far, "effort": "quick"}
    for route in ("week_drafts", "week_draft_reopened"):
        sent = {**week, "form_key": new_key()}
        assert browser.post(reverse(f"desk:{route}"), sent).status_code == 422


@pytest.mark.django_db
class TestZeroBytes:
    """One answer, 400, wherever a zero byte stands; the database never sees one."""

    @pytest.mark.parametrize("address", ["/desk/clients/\x00/", "/ask/%00", "/\x00"])
    def test_in_the_path(self, cast: Any, address: str) -> None:
        assert signed_in(cast.dana).get(address).status_code == 400

    @pytest.mark.parametrize("query", [{"q": "A\x00very"}, {"q\x00": "x"}, {"q": ["a", "\x00"]}])
    def test_in_the_query(self, cast: Any, query: dict[str, Any]) -> None:
        assert signed_in(cast.dana).get(reverse("desk:find"), query).status_code == 400

    @pytest.mark.parametrize("form", [{"phone": "312\x00555"}, {"pho\x00ne": "1"}])
    @pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
    def test_in_a_form(self, cast: Any, form: dict[str, str], kind: str) -> None:
        more: dict[str, Any] = {}
        sent: Any = form
        if kind == "urlencoded":
            from urllib.parse import urlencode

            sent, more = urlencode(form), {"content_type": "application/x-www-form-urlencoded"}
        assert Browser().post("/ask/", sent, **more).status_code == 400

    def test_in_a_cookie(self, cast: Any) -> None:
        browser = Browser(raise_request_exception=False)
        browser.cookies["homeward_session"] = "a\x00b"
        assert browser.get("/").status_code == 400

    def test_in_the_name_of_a_file(self, cast: Any) -> None:
        file = SimpleUploadedFile("x.txt", b"words")
        file._name = "x\x00.txt"  # type: ignore[attr-defined]
        assert signed_in(cast.dana).post("/ask/", {"page": file}).status_code == 400

    def test_a_request_without_one_passes(self, cast: Any) -> None:
        """The bytes of a file are its own matter."""
        assert signed_in(cast.dana).get(reverse("desk:find"), {"q": "Avery"}).status_code == 200
        assert Browser().get("/").status_code == 200


def test_a_form_that_breaks_off_is_no_fault_of_the_house() -> None:
    """The connection closed in the middle of the body."""

    class BrokenOff(BytesIO):
        def read(self, *_args: Any) -> bytes:
            raise OSError("gone")

    request = RequestFactory().post("/ask/", {"phone": "312"})
    request._stream = BrokenOff()  # type: ignore[attr-defined]
    with pytest.raises(BadRequest):
        NoZeroBytesMiddleware(lambda _request: HttpResponse())(request)


@pytest.mark.parametrize("length", [str(MOST_BYTES + 1), "9" * 18, "9" * 5000, "-1", "1e9", "x"])
def test_a_body_longer_than_any_form_is_refused_before_it_is_kept(length: str) -> None:
    """Whoever is signed in or not: what is read is written to the disk of the house first."""

    class Endless(BytesIO):
        def read(self, *_: Any) -> bytes:
            raise AssertionError("it was read")

    request = RequestFactory().post("/in/card/", content_type="multipart/form-data; boundary=x")
    request.META |= {"CONTENT_LENGTH": length, "wsgi.input": Endless()}
    with pytest.raises(BadRequest, match="too large"):
        NoZeroBytesMiddleware(lambda _request: HttpResponse())(request)


@pytest.mark.parametrize("length", ["", "0", str(MOST_BYTES)])
def test_a_body_as_long_as_a_form_is_read(length: str) -> None:
    request = RequestFactory().get("/")
    request.META["CONTENT_LENGTH"] = length
    assert NoZeroBytesMiddleware(lambda _request: HttpResponse("read"))(request).content == b"read"
