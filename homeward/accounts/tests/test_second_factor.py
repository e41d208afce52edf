"""Second factors: every page works, secrets are sealed, changes are on record."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache

from homeward.audit.models import Entry
from homeward.testing.cast import PASSWORD


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()


def signed_in(client, name="dana"):
    client.post("/account/sign-in/", {"login": name, "password": PASSWORD})
    client.post("/account/reauthentication/", {"password": PASSWORD})
    return client


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up_app(client):
    page = client.get("/account/authenticator-app/").content.decode()
    secret = re.search(r"Key: <code>([A-Z2-7]+)</code>", page).group(1)
    answer = client.post("/account/authenticator-app/", {"code": code_for(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


@pytest.mark.parametrize(
    "path",
    [
        "/account/second-factor/", "/account/authenticator-app/", "/account/passkeys/",
        "/account/passkeys/new/", "/account/password/", "/account/sessions/", "/account/sign-out/",
        "/account/reauthentication/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("who", ["dana", "jo", "kim"])
def test_every_page_of_ones_account_opens_in_ones_own_frame(cast, client, path, who):
    page = signed_in(client, who).get(path)
    assert page.status_code == 200
    text = page.content.decode()
    assert 'id="main"' in text
    assert ("shell__side" in text) == (who == "dana")
    assert ("pocket" in text) == (who != "dana")


def test_an_app_is_set_up_then_asked_for_and_its_secret_is_sealed(cast, client):
    secret = set_up_app(signed_in(client))
    stored = Authenticator.objects.get(type="totp")
    assert secret not in json.dumps(stored.data)
    assert Entry.objects.filter(code="accounts.second_factor.added", reason="totp").count() == 1
    client.post("/account/sign-out/")
    answer = client.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})
    assert answer["Location"] == "/account/second-factor/check/"
    assert client.get("/account/second-factor/check/").status_code == 200
    wrong = client.post("/account/second-factor/check/", {"code": "000000"})
    assert wrong.status_code == 422
    assert Entry.objects.filter(code="accounts.second_factor.refused", permitted=False).exists()
    assert client.get("/account/second-factor/").status_code == 302


def test_recovery_codes_are_made_shown_and_open_the_account_once(cast, client):
    set_up_app(signed_in(client))
    if not Authenticator.objects.filter(type="recovery_codes").exists():
        client.post("/account/recovery-codes/new/")
    page = client.get("/account/recovery-codes/").content.decode()
    codes = re.findall(r"<li><code>([0-9a-zA-Z-]+)</code>", page)
    assert len(codes) == 10
    assert client.get("/account/recovery-codes/new/").status_code == 200
    assert client.get("/account/recovery-codes/file/").status_code == 200
    client.post("/account/sign-out/")
    client.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})
    answer = client.post("/account/second-factor/check/", {"code": codes[0]})
    assert answer["Location"] == "/home/"
    assert Entry.objects.filter(code="accounts.second_factor.used").exists()
    client.post("/account/sign-out/")
    client.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})
    assert client.post("/account/second-factor/check/", {"code": codes[0]}).status_code == 422


def test_what_changes_the_account_needs_a_fresh_proof_and_then_goes_on(cast, client):
    client.post("/account/sign-in/", {"login": "dana", "password": PASSWORD})
    asked = client.get("/account/passkeys/new/")
    assert asked["Location"].startswith("/account/reauthentication/?next=")
    signed_in(client)
    set_up_app(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 600
    session.save()
    sent = client.post("/account/authenticator-app/end/")
    assert sent["Location"].startswith("/account/reauthentication/")
    assert Authenticator.objects.filter(type="totp").exists()
    page = client.get(sent["Location"])
    assert page.status_code == 200
    client.post(sent["Location"], {"password": PASSWORD, "next": "/account/authenticator-app/end/"})
    assert not Authenticator.objects.filter(type="totp").exists()


def test_stopping_the_app_is_on_record(cast, client):
    set_up_app(signed_in(client))
    assert client.get("/account/authenticator-app/end/").status_code == 200
    client.post("/account/authenticator-app/end/")
    assert not Authenticator.objects.filter(type="totp").exists()
    assert Entry.objects.filter(code="accounts.second_factor.removed", reason="totp").exists()


def test_pages_hold_no_script_that_the_policy_would_refuse(cast, client):
    signed_in(client)
    for path in (
        "/account/passkeys/new/",
        "/account/second-factor/",
        "/account/recovery-codes/new/",
    ):
        page = client.get(path)
        for tag in re.findall(r"<script[^>]*>", page.content.decode()):
            assert "src=" in tag or 'type="application/json"' in tag
        assert "unsafe-inline" not in page["Content-Security-Policy"]


def test_the_passkey_task_of_sign_in_is_answered(client, db):
    answer = client.get("/account/passkeys/sign-in/", headers={"accept": "application/json"})
    assert "request_options" in answer.json()


def test_one_account_never_reaches_the_passkeys_of_another(cast, client):
    key = Authenticator.objects.create(user=cast.omar.account, type="webauthn", data={"name": "x"})
    signed_in(client)
    assert client.get(f"/account/passkeys/{key.pk}/").status_code == 404
    assert client.post(f"/account/passkeys/{key.pk}/end/").status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()
