"""The desk's pages of getting in: who reaches what, what is refused, what the card says."""

import re
from typing import Any

import pytest

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.doorways.models import Device, Doorway
from homeward.doorways.reaching import rows_of
from homeward.testing import company
from homeward.testing.cast import NOON, Cast

KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')
SEEN = {"seen": ["birth_date", "phone"], "paper": ""}
CODE = re.compile(r'card-sheet__code">([^<]+)<')


@pytest.fixture
def house(cast: Cast) -> Any:
    """Jo with officer Lou and relatives beside; everybody of the company is there."""
    clock.shift_to(NOON)
    company.join(cast)
    yield cast
    clock.shift_to(None)


def send(browser: Any, path: str, **typed: Any) -> Any:
    keys = dict(KEYS.findall(browser.get(path).content.decode().split('id="main"')[1]))
    return browser.post(path, keys | typed)


def test_the_front_desk_gives_out_times_and_the_team_opens_the_record(house: Cast, client: Any):
    path = f"/desk/clients/{house.jo.pk}/doorway/"
    statuses = {}
    for code in ("dana", "fay", "ruth", "dina", "sam", "alma", "bo", "omar", "max", "jo", "nell"):
        client.force_login(house.people[code].account)
        statuses[code] = (
            client.get(path).status_code,
            client.get(f"{path}card/").status_code,
            client.get(f"{path}identity/").status_code,
            client.get(f"{path}people/{house.nell.pk}/").status_code,
        )
    assert statuses == {
        "dana": (200, 200, 200, 200), "fay": (200, 200, 403, 404), "ruth": (404, 404, 404, 404),
        "dina": (200, 403, 403, 200), "sam": (200, 200, 403, 200), "alma": (200, 403, 403, 404),
        "bo": (403, 403, 403, 403), "omar": (404, 404, 404, 404), "max": (403, 403, 403, 403),
        "jo": (403, 403, 403, 403), "nell": (403, 403, 403, 403),
    }  # fmt: skip

    client.force_login(house.fay.account)
    assert send(client, f"{path}card/", seen=["phone"]).status_code == 422
    shown = send(client, f"{path}card/", **SEEN).content.decode()
    assert CODE.search(shown)
    for word in ("Cedar", "Jo Avery", "HW-00001", "treatment", "program", "client", "Homeward"):
        assert word not in re.sub(r"<[^>]*>", "", shown.split("</section>")[0]), word
    client.force_login(house.dana.account)
    opened = send(client, f"{path}identity/", seen=["photo_paper", "birth_date"], paper="state_id")
    assert opened.headers["Location"] == path
    page = client.get(path).content.decode()
    assert "state ID" in page and "A card waits" in page


def test_relatives_are_invited_by_the_client_and_officers_by_the_office(house: Cast, client: Any):
    path = f"/desk/clients/{house.jo.pk}/doorway/people/"
    client.force_login(house.dana.account)
    assert send(client, f"{path}{house.nell.pk}/", **SEEN).status_code == 422
    told = send(client, f"{path}{house.nell.pk}/", **SEEN, is_client_present="on")
    assert CODE.search(told.content.decode())
    assert send(client, f"{path}{house.lou.pk}/", **SEEN).status_code == 422

    client.force_login(house.dina.account)
    assert (
        send(client, f"{path}{house.nell.pk}/", **SEEN, is_client_present="on").status_code == 422
    )
    assert CODE.search(send(client, f"{path}{house.lou.pk}/", **SEEN).content.decode())
    officer = rows_of(Doorway).get(contact_id=house.lou.pk)
    ended = send(client, f"/desk/doorways/{officer.pk}/end/", ending="misused")
    assert ended.status_code == 302
    client.force_login(house.lou.account)
    assert client.get("/me/").status_code == 302

    client.force_login(house.jo.account)
    invite = f"/me/devices/people/{house.nell.pk}/"
    # Who came in before, here with a password, gets another card at the desk alone.
    assert send(client, invite).headers["Location"] == "/me/devices/"
    Account.objects.filter(pk=house.nell.account.pk).update(password="!")
    assert b"Your code" in send(client, invite).content
    beside = rows_of(Doorway).get(contact_id=house.nell.pk)
    assert b"Nell" in client.get("/me/devices/").content
    assert send_end(client, f"/me/devices/people/{beside.pk}/end/").status_code == 302
    assert rows_of(Doorway).get(pk=beside.pk).ending == "client"
    assert not rows_of(Device).exists()


def send_end(browser: Any, path: str) -> Any:
    page = browser.get("/me/devices/").content.decode()
    form = next(each for each in page.split("<form")[1:] if path in each)
    return browser.post(path, dict(KEYS.findall(form)))
