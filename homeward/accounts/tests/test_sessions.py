"""Idle, absolute, locked: how a session ends and what it keeps."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from homeward.audit.models import Entry
from homeward.core import clock
from homeward.testing.cast import PASSWORD

OWN = "/account/second-factor/"


@pytest.fixture
def later(db, monkeypatch):
    """Let time pass for the whole process: it stands still but for these steps.

    A clock that ran on would make a step to the very end of a session end it, or not, by how
    long the requests took.
    """
    cache.clear()
    start = clock.now()

    def move(**span):
        moment = start + timedelta(**span)
        monkeypatch.setattr(clock, "now", lambda: moment)

    move()
    return move


def test_idle_staff_find_the_screen_locked_and_come_back_where_they_were(cast, client, later):
    client.force_login(cast.dana.account)
    client.get(OWN)
    later(minutes=31)
    answer = client.get(f"{OWN}?a=1")
    assert answer["Location"] == "/account/lock/?next=%2Faccount%2Fsecond-factor%2F%3Fa%3D1"
    opened = client.post("/account/lock/", {"password": PASSWORD, "next": f"{OWN}?a=1"})
    assert opened["Location"] == f"{OWN}?a=1"
    assert client.get(OWN).status_code == 200


def test_a_client_idle_for_ten_minutes_is_signed_out(cast, client, later):
    client.force_login(cast.jo.account)
    client.get(OWN)
    later(minutes=9)
    assert client.get(OWN).status_code == 200
    later(minutes=20)
    answer = client.get(OWN)
    assert answer["Location"].startswith("/account/sign-in/")
    assert Entry.objects.get(code="accounts.session.closed").reason == "idle"


def test_no_session_is_older_than_twelve_hours_however_busy(cast, client, later):
    client.force_login(cast.dana.account)
    for minutes in range(0, 12 * 60 + 1, 20):
        later(minutes=minutes)
        assert client.get(OWN).status_code == 200
    later(minutes=12 * 60, seconds=1)
    assert client.get(OWN)["Location"].startswith("/account/sign-in/")
    assert Entry.objects.get(code="accounts.session.closed").reason == "absolute"


def test_a_locked_screen_shows_nothing_and_does_nothing(cast, client, later):
    client.force_login(cast.dana.account)
    client.post("/account/lock/")
    assert client.get("/desk/")["Location"].startswith("/account/lock/")
    held = client.post("/account/password/", {"oldpassword": PASSWORD})
    assert held.status_code == 423
    assert "nothing is lost" in held.content.decode()


def test_a_wrong_password_leaves_the_screen_locked_and_is_on_record(cast, client, later):
    client.force_login(cast.dana.account)
    client.post("/account/lock/")
    answer = client.post("/account/lock/", {"password": "wrong"})
    assert answer.status_code == 422
    assert client.get(OWN).status_code == 302
    assert Entry.objects.filter(code="accounts.session.unlock_refused", permitted=False).exists()


def test_unlocking_is_held_back_after_too_many_tries(cast, client, later):
    client.force_login(cast.dana.account)
    client.post("/account/lock/")
    for _ in range(5):
        client.post("/account/lock/", {"password": "wrong"})
    answer = client.post("/account/lock/", {"password": PASSWORD})
    assert answer.status_code == 422


def test_a_new_sign_in_in_the_same_browser_starts_its_own_twelve_hours(cast, client, later):
    client.force_login(cast.dana.account)
    client.get(OWN)
    later(hours=11)
    client.post("/account/sign-out/")
    client.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})
    later(hours=11, minutes=25)
    client.get(OWN)
    later(hours=11, minutes=50)
    client.get(OWN)
    later(hours=12, minutes=10)
    assert client.get(OWN).status_code == 200
