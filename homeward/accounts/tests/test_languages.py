"""Everybody reads in their own language: on each phone they hold, and nobody else's."""

import pytest
from django.test import Client as Browser

from homeward.accounts.models import Account
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SPANISH = {"accept-language": "es"}
ENGLISH = {"accept-language": "en"}


def opened(player, **headers):
    browser = Browser(headers=headers or ENGLISH)
    browser.force_login(player.account)
    return browser


@pytest.mark.parametrize(
    ("who", "path"), [("jo", "/me/"), ("kim", "/me/"), ("dana", "/desk/today/")]
)
def test_a_choice_is_remembered_on_the_next_phone(cast: Cast, who: str, path: str) -> None:
    player = getattr(cast, who)
    first = opened(player)
    assert first.get(path)["Content-Language"] == "en"
    first.post("/language/", {"language": "es", "next": path})
    page = opened(player).get(path)
    assert page["Content-Language"] == "es"
    assert '<html lang="es"' in page.content.decode()
    again = opened(player, **SPANISH)
    again.post("/language/", {"language": "en", "next": path})
    assert opened(player, **SPANISH).get(path)["Content-Language"] == "en"


def test_the_phone_of_somebody_who_chose_gives_the_next_person_their_own(cast: Cast) -> None:
    """Jo chose Spanish on it; Pat, who chose English once, signs in on the same phone."""
    opened(cast.pat).post("/language/", {"language": "en"})
    phone = opened(cast.jo)
    phone.post("/language/", {"language": "es"})
    phone.post("/account/sign-out/")
    assert phone.get("/account/sign-in/")["Content-Language"] == "es"  # the phone's last choice
    phone.force_login(cast.pat.account)
    assert phone.get("/me/")["Content-Language"] == "en"


def test_until_somebody_chose_the_browser_says(cast: Cast) -> None:
    assert opened(cast.jo, **SPANISH).get("/me/")["Content-Language"] == "es"
    assert opened(cast.jo, **ENGLISH).get("/me/")["Content-Language"] == "en"


@pytest.mark.parametrize("typed", ["", "xx", "es-ES; drop"])
def test_what_is_no_language_of_the_house_changes_nothing(cast: Cast, typed: str) -> None:
    browser = opened(cast.jo)
    assert browser.post("/language/", {"language": typed}).status_code == 302
    assert Account.objects.get(pk=cast.jo.account.pk).language == ""
