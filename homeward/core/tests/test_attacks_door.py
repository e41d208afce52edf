"""Tricks at the door: other methods, foreign keys, crafted hosts, locked screens, old sessions."""

import threading
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import Client as Browser
from django.urls import path

from homeward import audit
from homeward.audit.models import Entry
from homeward.config.urls import handler400, handler403, handler404, handler500  # noqa: F401
from homeward.config.urls import urlpatterns as real_urls
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import open_to, requires
from homeward.core.refusals import StaleVersion
from homeward.core.returning import way_back
from homeward.core.submissions import new_key
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.testing.cast import NOON, PASSWORD

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
done: list[str] = []


@open_to(methods=("POST",), once=False)
def push(request: HttpRequest) -> HttpResponse:
    done.append(request.method or "")
    return HttpResponse("pushed")


@requires(RecordClass.NOTES, post=Access.SIGN)
def sign(request: HttpRequest) -> HttpResponse:
    done.append(request.POST.get("word", ""))
    return redirect("/signed/")


@requires(RecordClass.NOTES, post=Access.SIGN)
def sign_elsewhere(request: HttpRequest) -> HttpResponse:
    done.append("elsewhere")
    return redirect("/elsewhere/")


@requires(RecordClass.NOTES, get=Access.READ)
def cached(request: HttpRequest) -> HttpResponse:
    return HttpResponse("in", headers={"Cache-Control": "public, max-age=600"})


@requires(RecordClass.NOTES, post=Access.SIGN)
def refuse(request: HttpRequest) -> HttpResponse:
    audit.record("core.test.refused", actor=request.actor, at=clock.now(), permitted=False)
    audit.record("core.test.done", actor=request.actor, at=clock.now())
    return HttpResponse("no", status=422)


urlpatterns = [
    *real_urls,
    path("push/", push, name="push"),
    path("sign/", sign, name="sign"),
    path("sign-elsewhere/", sign_elsewhere, name="sign_elsewhere"),
    path("cached/", cached, name="cached"),
    path("refuse/", refuse, name="refuse"),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


def signed_in(player: Any, **how: Any) -> Browser:
    browser = Browser(**how)
    browser.force_login(player.account, BACKEND)
    return browser


class TestMethods:
    @pytest.mark.parametrize(
        "method", ["head", "get", "options", "put", "patch", "delete", "trace"]
    )
    def test_a_form_is_reached_by_posting_alone(self, cast: Any, method: str) -> None:
        """HEAD carries no token against forged requests, and acts on nothing."""
        for address in ("/push/", "/sign/"):
            answer = getattr(signed_in(cast.dana), method)(address)

            assert (answer.status_code, done) == (405, [])

    def test_a_header_does_not_change_the_method(self, cast: Any) -> None:
        headers = {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST", "HTTP_X_METHOD_OVERRIDE": "POST"}

        assert signed_in(cast.dana).get("/sign/?_method=POST", **headers).status_code == 405

    def test_a_forged_form_is_refused(self, cast: Any) -> None:
        """Another site's page has no token."""
        browser = signed_in(cast.dana, enforce_csrf_checks=True)

        answer = browser.post("/sign/", {"form_key": new_key(), "word": "x"})

        assert (answer.status_code, done) == (403, [])


class TestKeys:
    def test_a_key_serves_one_account_one_route_one_body(self, cast: Any) -> None:
        """Copied into another hand or another form, it opens nothing."""
        key = new_key()
        assert (
            signed_in(cast.dana).post("/sign/", {"form_key": key, "word": "a"}).status_code == 302
        )

        assert signed_in(cast.sam).post("/sign/", {"form_key": key, "word": "a"}).status_code != 302
        again = signed_in(cast.dana)
        assert again.post("/sign-elsewhere/", {"form_key": key, "word": "a"}).status_code == 409
        assert again.post("/sign/?x=1", {"form_key": key, "word": "b"}).status_code == 409
        assert done == ["a"]

    def test_another_file_of_the_same_size_is_another_body(self, cast: Any) -> None:
        """The second letter is not taken for the first."""
        browser, key = signed_in(cast.dana), new_key()
        for content, status in ((b"one", 302), (b"two", 409)):
            file = SimpleUploadedFile("letter.txt", content)
            answer = browser.post("/sign/", {"form_key": key, "word": "a", "letter": file})

            assert answer.status_code == status

    def test_a_refusal_stays_on_record_though_nothing_was_done(self, cast: Any) -> None:
        """An answer of 422 undoes the work, not the fact that somebody tried."""
        signed_in(cast.dana).post("/refuse/", {"form_key": new_key()})

        codes = set(Entry.objects.values_list("code", flat=True))
        assert "core.test.refused" in codes
        assert "core.test.done" not in codes


class TestSessions:
    def test_a_disabled_account_is_out_at_its_next_request(self, cast: Any) -> None:
        browser = signed_in(cast.dana)
        assert browser.get("/cached/").status_code == 200
        type(cast.dana.account).objects.filter(pk=cast.dana.account.pk).update(is_active=False)

        assert browser.get("/cached/").status_code == 302

    def test_a_session_planted_before_sign_in_is_worth_nothing_after(self, cast: Any) -> None:
        """The key changes at the door."""
        browser = Browser()
        browser.get("/account/sign-in/")
        session = browser.session
        session["planted"] = True
        session.save()
        planted = session.session_key
        browser.cookies["sessionid"] = planted
        browser.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})

        assert not Session.objects.filter(pk=planted, session_data__contains="_auth").exists()
        thief = Browser()
        thief.cookies["sessionid"] = planted
        assert thief.get("/cached/").status_code == 302

    @pytest.mark.parametrize(
        "address",
        [
            "/cached/",
            "/desk/",
            "/home/",
            "/account/password/",
            "/account/sessions/",
            "/cached/?/account/lock/",
        ],
    )
    def test_a_locked_screen_shows_nothing(self, cast: Any, address: str) -> None:
        """Neither by another address, nor as a fragment, nor by posting."""
        browser = signed_in(cast.dana)
        browser.post("/account/lock/")

        for headers in ({}, {"HTTP_HX_REQUEST": "true"}):
            assert browser.get(address, **headers).headers["Location"].startswith("/account/lock/")
            assert browser.post(address, **headers).status_code == 423

    def test_a_locked_screen_does_not_act(self, cast: Any) -> None:
        browser = signed_in(cast.dana)
        browser.post("/account/lock/")
        browser.post("/sign/", {"form_key": new_key(), "word": "a"})

        assert done == []

    @pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example"])
    def test_nobody_is_sent_to_another_house(self, cast: Any, back: str) -> None:
        browser = signed_in(cast.dana)
        for address, fields in (
            ("/account/lock/", {"password": PASSWORD, "next": back}),
            ("/language/", {"language": "es", "next": back}),
        ):
            answer = browser.post(address, fields)

            assert "evil" not in answer.headers.get("Location", "")
        answer = Browser().post(
            "/account/sign-in/", {"login": "dana", "password": PASSWORD, "next": back}
        )
        assert "evil" not in answer.headers.get("Location", "")


class TestHeaders:
    def test_a_view_cannot_let_a_signed_in_page_be_kept(self, cast: Any) -> None:
        """Whatever it or a library asked for."""
        assert signed_in(cast.dana).get("/cached/").headers["Cache-Control"] == "no-store, private"

    def test_signing_out_clears_what_the_browser_kept(self, cast: Any) -> None:
        answer = signed_in(cast.dana).post("/account/sign-out/")

        assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert "no-store" in answer.headers["Cache-Control"]

    def test_scripts_come_from_here_alone(self, cast: Any) -> None:
        answer = signed_in(cast.dana).get("/cached/")
        rules = answer.headers["Content-Security-Policy"]

        assert "default-src 'none'" in rules
        assert "unsafe" not in rules
        assert "frame-ancestors 'none'" in rules
        assert (answer.headers["X-Frame-Options"], answer.headers["X-Content-Type-Options"]) == (
            "DENY",
            "nosniff",
        )

    @pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST"])
    def test_an_invented_host_gets_nowhere(self, header: str) -> None:
        answer = Browser(raise_request_exception=False).get(
            "/account/sign-in/", **{header: "evil.example"}
        )

        assert b"evil.example" not in answer.content
        assert answer.status_code == (400 if header == "HTTP_HOST" else 200)


class TestStaleRows:
    def test_a_change_that_was_not_seen_is_never_overwritten(self, cast: Any) -> None:
        """Two who read the same version, without a lock: the second is told."""
        rows = Client.objects.for_actor(cast.dana.actor, Purpose.TREATMENT, to=Access.WRITE)
        first, second = rows.get(), rows.get()
        first.change(pronouns="they")

        with pytest.raises(StaleVersion):
            second.change(pronouns="she")
        assert rows.get().pronouns == "they"
        first.change(pronouns="he")
        assert rows.get().version == 3


@pytest.mark.django_db(transaction=True)
def test_one_key_sent_ten_times_at_once_acts_once(cast: Any) -> None:
    """A nervous finger, a slow line, two tabs."""
    key, answers = new_key(), []

    def send() -> None:
        answers.append(signed_in(cast.dana).post("/sign/", {"form_key": key, "word": "a"}))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert done == ["a"]
    assert {(item.status_code, item.headers["Location"]) for item in answers} == {(302, "/signed/")}


def test_the_clock_of_a_session_cannot_be_talked_back(cast: Any) -> None:
    """Idle too long locks; asking for the lock screen's own files does not reopen it."""
    clock.shift_to(NOON)
    browser = signed_in(cast.dana)
    browser.get("/cached/")
    clock.shift_to(NOON + timedelta(minutes=31))

    assert browser.get("/cached/").status_code == 302
    browser.get("/account/lock/")
    assert browser.get("/cached/").status_code == 302


def test_production_refuses_what_is_weak(settings: Any) -> None:
    """Each weakness is named."""
    from homeward.config.boot import weaknesses

    strong = bytes(range(32))
    settings.SECRET_KEY = "s" * 60
    settings.AUDIT_KEY = settings.AUDIT_SIGNING_KEY = settings.LOOKUP_KEY = strong
    settings.FIELD_KEYS = {"k1": strong}
    settings.CLOCK_MAY_SHIFT = settings.DEBUG = False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    assert weaknesses() == []
    for name, value in (
        ("SECRET_KEY", "short"),
        ("AUDIT_KEY", b""),
        ("AUDIT_SIGNING_KEY", bytes(32)),
        ("FIELD_KEYS", {"k1": bytes(16)}),
        ("DEBUG", True),
        ("CLOCK_MAY_SHIFT", True),
        ("SESSION_COOKIE_SECURE", False),
    ):
        kept = SimpleNamespace(value=getattr(settings, name))
        setattr(settings, name, value)
        assert len(weaknesses()) == 1, name
        setattr(settings, name, kept.value)


@pytest.mark.parametrize(
    "asked", ["foo", "https://elsewhere.example/", "//elsewhere.example", "", None, "javascript:x"]
)
def test_the_way_back_is_always_ours(asked):
    """A bare word or another host leads to the first page."""
    assert way_back(asked, "/home/") == "/home/"
