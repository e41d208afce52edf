"""Signing in and out, what is refused, and what stays on record."""

import pytest
from django.core.cache import cache
from django.test import Client as Browser

from homeward.audit.models import Entry
from homeward.testing.cast import PASSWORD

SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()


def codes():
    return list(
        Entry.objects.filter(code__startswith="accounts.")
        .order_by("lane", "lane_number")
        .values_list("code", flat=True)
    )


def test_a_right_password_opens_a_session_and_is_on_record(cast, client):
    response = client.post(SIGN_IN, {"login": "dana", "password": PASSWORD})
    assert response.status_code == 302
    assert response["Location"] == "/home/"
    entry = Entry.objects.get(code="accounts.session.opened")
    assert entry.account_id == cast.dana.account.pk
    assert entry.actor_ref == str(cast.dana.row.pk)


def test_a_wrong_password_is_refused_with_words_and_is_on_record(cast, client):
    response = client.post(SIGN_IN, {"login": "dana", "password": "not the right one at all"})
    assert response.status_code == 422
    assert "do not go together" in response.content.decode()
    entry = Entry.objects.get(code="accounts.session.refused")
    assert not entry.permitted
    assert entry.account_id == cast.dana.account.pk


def test_the_record_never_holds_what_was_typed(cast, client):
    client.post(SIGN_IN, {"login": "my secret phrase", "password": "my secret phrase"})
    entry = Entry.objects.get(code="accounts.session.refused")
    assert "secret" not in str([getattr(entry, f.name) for f in Entry._meta.fields])
    assert entry.account_id is None


def test_an_unknown_name_and_a_wrong_password_get_the_same_page(cast, client):
    def page(name):
        answer = client.post(SIGN_IN, {"login": name, "password": "wrong"})
        return answer.content.decode().replace(name, "NAME")

    def without_token(text):
        return [line for line in text.splitlines() if "csrf" not in line and "nonce" not in line]

    assert without_token(page("dana")) == without_token(page("dono"))


def test_too_many_tries_are_held_back_even_with_the_right_password(cast, client):
    for _ in range(5):
        client.post(SIGN_IN, {"login": "dana", "password": "wrong"})
    response = client.post(SIGN_IN, {"login": "dana", "password": PASSWORD})
    assert response.status_code == 422
    assert "Too many tries" in response.content.decode()
    assert "accounts.session.held_back" in codes()


def test_signing_out_is_on_record_and_needs_a_form(cast, client):
    client.force_login(cast.dana.account)
    assert client.get("/account/sign-out/").status_code == 200
    left = client.post("/account/sign-out/")
    assert left["Clear-Site-Data"] == '"cache", "storage"'
    assert "accounts.session.closed" in codes()
    assert client.get("/account/second-factor/").status_code == 302


def test_a_disabled_account_is_out_at_its_next_request(cast, client):
    client.force_login(cast.dana.account)
    assert client.get("/account/second-factor/").status_code == 200
    cast.dana.account.is_active = False
    cast.dana.account.save()
    response = client.get("/account/second-factor/")
    assert response.status_code == 302
    assert response["Location"].startswith(SIGN_IN)


def test_a_disabled_account_cannot_sign_in(cast, client):
    cast.dana.account.is_active = False
    cast.dana.account.save()
    response = client.post(SIGN_IN, {"login": "dana", "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert response.status_code in (302, 422)


def test_nobody_is_sent_to_another_house_after_signing_in(cast, client):
    for away in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/"):
        browser = Browser()
        answer = browser.post(
            f"{SIGN_IN}?next={away}", {"login": "dana", "password": PASSWORD, "next": away}
        )
        assert answer["Location"] == "/home/"


def test_the_password_change_asks_for_the_old_one_and_is_on_record(cast, client):
    client.force_login(cast.dana.account)
    new = "another long enough phrase"
    wrong = client.post(
        "/account/password/", {"oldpassword": "x", "password1": new, "password2": new}
    )
    assert wrong.status_code == 422
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    cast.dana.account.refresh_from_db()
    assert cast.dana.account.check_password(new)
    assert codes().count("accounts.password.changed") == 1


def test_a_short_password_is_refused(cast, client):
    client.force_login(cast.dana.account)
    answer = client.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": "short one", "password2": "short one"},
    )
    assert answer.status_code == 422


def test_ending_the_other_sessions_really_ends_them(cast, client):
    other = Browser()
    for browser in (other, client):
        browser.post(SIGN_IN, {"login": "dana", "password": PASSWORD})
    assert other.get("/account/second-factor/").status_code == 200
    client.post("/account/sessions/")
    assert other.get("/account/second-factor/").status_code == 302
    assert client.get("/account/sessions/").status_code == 200
    assert "accounts.session.others_ended" in codes()


def test_nobody_opens_an_account_by_themselves(client, db):
    page = client.get("/account/sign-up/")
    assert page.status_code == 200
    assert client.post("/account/sign-up/", {"username": "x"}).status_code == 405


def test_the_sign_in_page_lists_the_demo_accounts_only_in_a_demo(cast, client, settings):
    cast.dana.account.demo_label = "Primary counselor"
    cast.dana.account.save()
    assert "Primary counselor" in client.get(SIGN_IN).content.decode()
    settings.IS_DEMO = False
    assert "Primary counselor" not in client.get(SIGN_IN).content.decode()
