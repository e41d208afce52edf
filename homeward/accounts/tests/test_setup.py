"""The first run: a token, one administrator, and a door that closes for good."""

import pytest

from homeward.accounts.models import Account, SetupToken
from homeward.accounts.setup import ensure_token
from homeward.audit.models import Entry
from homeward.core.actors import actor_of
from homeward.kernel.roles import Role
from homeward.program.models import Program, Site

PAGE = "/account/setup/"


def filled(token, **changes):
    return {
        "token": token, "name": "Ida Berg", "user_name": "ida",
        "password": "a phrase of many letters", "password_again": "a phrase of many letters",
    } | changes  # fmt: skip


@pytest.fixture
def place(db):
    Site.objects.create(code="main", name="Main Street", time_zone="America/Chicago")
    Program.objects.create(code="iop", name="Intensive outpatient")


def test_the_token_is_kept_only_as_a_digest(db):
    token = ensure_token()
    assert token
    assert not SetupToken.objects.filter(digest__contains=token).exists()


def test_each_start_makes_a_new_token_and_the_old_one_is_worthless(place, client):
    old = ensure_token()
    ensure_token()
    assert client.post(PAGE, filled(old)).status_code == 422
    assert not Account.objects.exists()


def test_there_is_no_page_and_no_token_once_there_is_an_account(cast, client):
    assert ensure_token() is None
    assert client.get(PAGE).status_code == 404


def test_the_page_makes_one_administrator_and_closes(place, client):
    token = ensure_token()
    assert client.get(PAGE).status_code == 200
    assert client.post(PAGE, filled(token))["Location"] == "/account/sign-in/"
    account = Account.objects.get(username="ida")
    assert actor_of(account).roles == {Role.ADMIN}
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, filled(token, user_name="eve")).status_code == 404
    assert Entry.objects.filter(code="accounts.setup.finished", account_id=account.pk).exists()


def test_it_stays_closed_when_the_account_is_disabled_later(place, client):
    client.post(PAGE, filled(ensure_token()))
    Account.objects.update(is_active=False)
    assert client.get(PAGE).status_code == 404
    assert ensure_token() is None


def test_without_a_program_it_says_what_to_run_and_keeps_the_token_good(db, client):
    token = ensure_token()
    answer = client.post(PAGE, filled(token))
    assert answer.status_code == 422
    assert "homeward program load" in answer.content.decode()
    assert not Account.objects.exists()
    Site.objects.create(code="main", name="Main Street", time_zone="America/Chicago")
    Program.objects.create(code="iop", name="Intensive outpatient")
    assert client.post(PAGE, filled(token)).status_code == 302


@pytest.mark.parametrize(
    "change",
    [
        {"token": "guess"},
        {"password": "short", "password_again": "short"},
        {"password_again": "another phrase of letters"},
        {"user_name": "a name with spaces"},
        {"name": ""},
    ],
)
def test_bad_input_is_refused_and_nothing_is_made(place, client, change):
    token = ensure_token()
    assert client.post(PAGE, filled(token) | change).status_code == 422
    assert not Account.objects.exists()
