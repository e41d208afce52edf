"""Papers to sign: on one's own page, and by a link with a code and no account."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets import actions
from homeward.packets.models import PacketItem, PacketSignature, SigningLink
from homeward.packets.rules.links import LASTS, MOST_TRIES
from homeward.portal.limits import MOST_FROM_ONE
from homeward.testing.cast import NOON, PASSWORD, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
CHANGING = re.compile(r'(csrfmiddlewaretoken|form_key)" value="[^"]*"|nonce="[^"]*"')


@pytest.fixture
def packet(cast: Cast) -> Any:
    clock.shift_to(NOON)
    cache.clear()
    yield actions.prepare_packet(
        actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=NOON
    )
    clock.shift_to(None)


@pytest.fixture
def made(cast: Cast, packet: Any) -> Any:
    return actions.make_link(
        actor=cast.dana.actor, packet_id=packet.pk, code_given="spoken", now=NOON
    )


def item_of(packet: Any, paper: str) -> PacketItem:
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return rows.get(packet=packet, paper=paper)


def send(browser: Browser, url: str, told: dict[str, str]) -> Any:
    page = browser.get(url).content.decode()
    keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
    return browser.post(url, keys | told)


def by_link(token: str) -> str:
    return reverse("portal:by_link", args=[token])


def seen(browser: Browser, token: str, code: str) -> list[Any]:
    """Everything somebody can see who tries a code on an address."""
    answer = send(browser, by_link(token), {"code": code})
    after = browser.get(by_link(token) + answer["Location"])
    pages = [browser.get(by_link(token)), after, browser.get(by_link(token) + "papers/")]
    return [(answer.status_code, answer["Location"])] + [
        (each.status_code, CHANGING.sub("", each.content.decode()).replace(token, "TOKEN"))
        for each in pages
    ]


class TestByLink:
    def test_opens_with_the_code_and_signs(self, packet: Any, made: Any) -> None:
        browser = Browser()
        assert browser.get(by_link(made.token) + "papers/").status_code == 302
        opened = send(browser, by_link(made.token), {"code": f"{made.code[:3]} {made.code[3:]}"})
        assert (opened.status_code, opened["Location"]) == (302, "papers/")
        listed = browser.get(by_link(made.token) + "papers/").content.decode()
        assert "Your rights" in listed and "Avery" not in listed and "Cedar" not in listed
        item = item_of(packet, "rights")
        url = reverse("portal:link_paper", args=[made.token, item.pk])
        wrong = send(browser, url, {"signer_name": "Not Me"})
        assert wrong.status_code == 422
        assert send(browser, url, {"signer_name": "Jo Avery"}).status_code == 302
        row = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(item=item)
        assert (row.place, row.proof, row.link_id) == ("phone", "code", made.link.pk)
        assert row.account_id is None

    def test_right_and_wrong_links_answer_alike(self, made: Any) -> None:
        """Unknown, wrong code, expired, locked, ended: the same bytes at every step."""
        wrong_code = "000000" if made.code != "000000" else "000001"
        looks = [seen(Browser(), "n" * 32, wrong_code), seen(Browser(), made.token, wrong_code)]
        clock.shift_to(NOON + LASTS)
        looks.append(seen(Browser(), made.token, made.code))
        clock.shift_to(NOON)
        link = SigningLink.objects.for_actor(SERVICE, Purpose.OPERATIONS).get()
        link.change(tries=MOST_TRIES)
        looks.append(seen(Browser(), made.token, made.code))
        link.change(tries=0, ended_at=NOON)
        looks.append(seen(Browser(), made.token, made.code))
        assert all(each == looks[0] for each in looks)
        assert looks[0][0] == (302, "?again=1")

    def test_wrong_codes_are_counted_and_lock_the_link(self, made: Any) -> None:
        browser = Browser()
        wrong = "000000" if made.code != "000000" else "000001"
        for _try in range(MOST_TRIES):
            send(browser, by_link(made.token), {"code": wrong})
        assert send(browser, by_link(made.token), {"code": made.code})["Location"] == "?again=1"
        assert SigningLink.objects.for_actor(SERVICE, Purpose.OPERATIONS).get().tries == MOST_TRIES

    def test_an_address_may_try_only_so_often(self, made: Any) -> None:
        browser = Browser()
        for _try in range(MOST_FROM_ONE):
            send(browser, by_link("n" * 32), {"code": "111111"})
        assert send(browser, by_link(made.token), {"code": made.code})["Location"] == "?again=1"

    def test_opens_for_half_an_hour_and_only_its_own_papers(
        self, cast: Cast, packet: Any, made: Any
    ) -> None:
        browser = Browser()
        send(browser, by_link(made.token), {"code": made.code})
        other = actions.prepare_packet(
            actor=cast.omar.actor, client_id=cast.pat.pk, program_id=cast.program.pk, now=NOON
        )
        url = reverse("portal:link_paper", args=[made.token, item_of(other, "rights").pk])
        assert browser.get(url).status_code == 404
        clock.shift_to(NOON + timedelta(minutes=31))
        assert browser.get(by_link(made.token) + "papers/").status_code == 302

    def test_a_new_link_ends_the_old_one(self, cast: Cast, packet: Any, made: Any) -> None:
        actions.make_link(actor=cast.dana.actor, packet_id=packet.pk, code_given="paper", now=NOON)
        answer = send(Browser(), by_link(made.token), {"code": made.code})
        assert answer["Location"] == "?again=1"


class TestOwnPage:
    def test_lists_and_signs_with_the_password(self, cast: Cast, packet: Any) -> None:
        browser = Browser()
        browser.force_login(cast.jo.account)
        assert "Your rights" in browser.get(reverse("portal:papers")).content.decode()
        item = item_of(packet, "telehealth")
        url = reverse("portal:packet_paper", args=[item.pk])
        told = {"signer_name": "Jo Avery", "q_choice": "no"}
        assert send(browser, url, {**told, "password": "guess"}).status_code == 422
        assert send(browser, url, {**told, "password": PASSWORD}).status_code == 302
        row = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(item=item)
        assert (row.place, row.proof, row.account_id) == ("portal", "password", cast.jo.account.pk)

    def test_takes_a_no_with_its_reason(self, cast: Cast, packet: Any) -> None:
        browser = Browser()
        browser.force_login(cast.jo.account)
        item = item_of(packet, "drug_testing")
        url = reverse("portal:packet_paper", args=[item.pk])
        assert send(browser, url, {"refuses": "yes", "reason": ""}).status_code == 422
        answer = send(browser, url, {"refuses": "yes", "reason": "I want to ask first"})
        assert answer.status_code == 302
        assert item_of(packet, "drug_testing").settled_as == "refused"
        assert browser.get(url).status_code == 404

    def test_shows_nobody_elses(self, cast: Cast, packet: Any) -> None:
        browser = Browser()
        browser.force_login(cast.pat.account)
        item = item_of(packet, "rights")
        assert browser.get(reverse("portal:packet_paper", args=[item.pk])).status_code == 404
