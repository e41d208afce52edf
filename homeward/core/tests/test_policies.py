"""The door: nothing without a policy, nothing twice, nothing for the wrong person."""

from typing import Any

import pytest
from django.core.signing import Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import Client as Browser
from django.urls import path

from homeward import audit
from homeward.audit.models import Entry
from homeward.config.boot import UnsafeToStart, refuse_when_unsafe
from homeward.config.urls import handler400, handler403, handler404, handler500  # noqa: F401
from homeward.config.urls import urlpatterns as real_urls
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.middleware import NoPolicyEvaluated
from homeward.core.policies import requires
from homeward.core.submissions import new_key
from homeward.kernel.records import RecordClass
from homeward.testing.cast import PASSWORD

done: list[str] = []


@requires(RecordClass.NOTES, get=Access.READ, post=Access.SIGN)
def guarded(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        if request.POST.get("word") == "wrong":
            return HttpResponse("no", status=422)
        done.append(request.POST.get("word", ""))
        audit.record("core.test.done", actor=request.actor, at=clock.now())
        return redirect("/done/")
    return HttpResponse("in")


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("out")


urlpatterns = [
    *real_urls,
    path("guarded/", guarded, name="guarded"),
    path("undeclared/", undeclared, name="undeclared"),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


def signed_in(player: Any) -> Browser:
    browser = Browser()
    browser.force_login(player.account, "allauth.account.auth_backends.AuthenticationBackend")
    return browser


class TestBoot:
    def test_refuses_a_route_without_a_policy(self):
        """One undeclared view and the server does not start."""
        with pytest.raises(UnsafeToStart, match="/undeclared/"):
            refuse_when_unsafe()

    def test_discards_a_response_nobody_checked(self):
        """Should an undeclared view run all the same, its words never leave."""
        with pytest.raises(NoPolicyEvaluated):
            Browser().get("/undeclared/")


class TestDoor:
    def test_sends_a_stranger_to_sign_in(self):
        """The address asked for is kept for afterwards."""
        answer = Browser().get("/guarded/")

        assert (answer.status_code, answer["Location"]) == (
            302,
            "/account/sign-in/?next=%2Fguarded%2F",
        )

    def test_refuses_a_role_without_the_verb_and_says_so_to_the_audit(self, cast):
        """The front desk reads no notes."""
        answer = signed_in(cast.fay).get("/guarded/")

        assert answer.status_code == 403
        assert Entry.objects.get(code="core.access.denied").reason == "role guarded"

    def test_lets_a_counselor_in(self, cast):
        assert signed_in(cast.dana).get("/guarded/").content == b"in"

    def test_refuses_an_undeclared_method(self, cast):
        assert signed_in(cast.dana).put("/guarded/").status_code == 405


class TestSendingTwice:
    def test_does_it_once_and_answers_the_same(self, cast):
        """A double click gets the first answer again."""
        browser, body = signed_in(cast.dana), {"form_key": new_key(), "word": "once"}

        answers = [browser.post("/guarded/", body) for _ in range(3)]

        assert done == ["once"]
        assert {(item.status_code, item["Location"]) for item in answers} == {(302, "/done/")}
        assert Entry.objects.filter(code="core.test.done").count() == 1

    def test_refuses_the_same_key_with_other_words(self, cast):
        """A key belongs to what it was sent with."""
        browser, key = signed_in(cast.dana), new_key()
        browser.post("/guarded/", {"form_key": key, "word": "first"})

        answer = browser.post("/guarded/", {"form_key": key, "word": "second"})

        assert (answer.status_code, done) == (409, ["first"])

    def test_a_refused_form_may_be_mended_with_its_key(self, cast):
        """What was wrong did nothing, so nothing was used up."""
        browser, key = signed_in(cast.dana), new_key()
        assert browser.post("/guarded/", {"form_key": key, "word": "wrong"}).status_code == 422

        assert browser.post("/guarded/", {"form_key": key, "word": "right"}).status_code == 302
        assert done == ["right"]

    @pytest.mark.parametrize("key", ["", "abc", Signer(salt="other").sign("abc")])
    def test_refuses_a_form_without_our_key(self, cast, key):
        """A form that this house did not make does nothing."""
        answer = signed_in(cast.dana).post("/guarded/", {"form_key": key, "word": "x"})

        assert (answer.status_code, done) == (400, [])


def test_the_password_of_the_cast_is_long_enough():
    """Fifteen characters at least, as for everyone."""
    assert len(PASSWORD) >= 15
