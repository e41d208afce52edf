"""The packet at the desk: prepare, sign here, refuse, the tablet, ink and scans."""

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from homeward.accounts.models import Account
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets.library import papers
from homeward.packets.models import PacketItem, PacketSignature, PrintedPapers
from homeward.packets.queries import open_packet_of
from homeward.testing.cast import PASSWORD

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def list_url(cast: Any) -> str:
    return reverse("desk:chart_packet", args=[cast.jo.pk])


def prepare(visit: Any, cast: Any) -> Any:
    assert visit("dana").send(list_url(cast)).status_code == 302
    return open_packet_of(SERVICE, cast.jo.pk)


def item_of(packet: Any, paper: str) -> PacketItem:
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return rows.filter(packet=packet, paper=paper).order_by("-round")[0]


def paper_url(packet: Any, paper: str) -> str:
    return reverse("desk:packet_paper", args=[item_of(packet, paper).pk])


def choose(visitor: Any, language: str, back: str = "/desk/today/") -> Any:
    return visitor.browser.post("/language/", {"language": language, "next": back})


def in_language(answer: Any, language: str) -> bool:
    return f'<html lang="{language}"' in answer.content.decode()


def jpeg() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(kept, "JPEG")
    return kept.getvalue()


class TestList:
    def test_prepares_and_lists_every_paper(self, visit: Any, tuesday: Any) -> None:
        prepare(visit, tuesday)
        page = visit("dana").get(list_url(tuesday)).content.decode()
        assert "Naloxone offered" in page and "Your rights" in page
        assert "Physician" not in page  # Medicare alone asks for it

    def test_is_not_there_for_the_other_site(self, visit: Any, tuesday: Any) -> None:
        packet = prepare(visit, tuesday)
        assert visit("omar").get(list_url(tuesday)).status_code == 404
        assert visit("omar").get(paper_url(packet, "rights")).status_code == 404


class TestSigningHere:
    def test_keeps_the_signature_once(self, visit: Any, tuesday: Any) -> None:
        url = paper_url(prepare(visit, tuesday), "rights")
        told = {"signer_name": "Jo Avery", "password": PASSWORD}
        visitor = visit("dana")
        page = visitor.get(url).content.decode()
        keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
        for _again in range(2):
            assert visitor.browser.post(url, keys | told).status_code == 302
        assert PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).count() == 1

    def test_says_which_field_is_wrong_and_keeps_the_rest(self, visit: Any, tuesday: Any) -> None:
        url = paper_url(prepare(visit, tuesday), "telehealth")
        told = {"signer_name": "Somebody Else", "password": PASSWORD, "q_choice": "yes"}
        answer = visit("dana").send(url, told)
        assert answer.status_code == 422
        assert "not the name of the person" in answer.content.decode()
        assert "Somebody Else" in answer.content.decode()

    def test_refusal_and_offer_again(self, visit: Any, tuesday: Any) -> None:
        packet = prepare(visit, tuesday)
        item = item_of(packet, "rights")
        refuse = reverse("desk:packet_refusal", args=[item.pk])
        assert visit("dana").send(refuse, {"reason": ""}).status_code == 422
        assert visit("dana").send(refuse, {"reason": "Wants to read at home"}).status_code == 302
        again = reverse("desk:packet_again", args=[item.pk])
        assert visit("dana").send(again, seen_at=paper_url(packet, "rights")).status_code == 302
        assert item_of(packet, "rights").round == 2


class TestTablet:
    def test_reaches_nothing_but_the_packet_until_staff_take_it_back(
        self, visit: Any, tuesday: Any
    ) -> None:
        packet = prepare(visit, tuesday)
        visitor = visit("dana")
        start = reverse("desk:packet_hand_over", args=[packet.pk])
        assert visitor.send(start, seen_at=list_url(tuesday)).status_code == 302
        tablet = reverse("desk:packet_tablet")
        for url in (list_url(tuesday), reverse("desk:today"), "/", "/me/"):
            answer = visitor.get(url)
            assert (answer.status_code, answer.get("Location")) == (302, tablet)
        item = item_of(packet, "rights")
        signing = reverse("desk:packet_tablet_paper", args=[item.pk])
        assert visitor.send(signing, {"signer_name": "Jo Avery"}).status_code == 302
        row = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(item=item)
        assert (row.place, row.proof) == ("tablet", "handed_over")

        leave = reverse("desk:packet_tablet_leave")
        assert visitor.send(leave, {"password": "guess"}).status_code == 422
        assert visitor.get(reverse("desk:today")).status_code == 302
        assert visitor.send(leave, {"password": PASSWORD}).status_code == 302
        assert visitor.get(list_url(tuesday)).status_code == 200

    def test_speaks_to_who_holds_it_and_the_workers_own_language_stays(
        self, visit: Any, tuesday: Any
    ) -> None:
        packet = prepare(visit, tuesday)
        visitor = visit("dana")
        choose(visitor, "en")
        client = tuesday.jo.row
        client.language = "es"
        client.save()
        start = reverse("desk:packet_hand_over", args=[packet.pk])
        visitor.send(start, seen_at=list_url(tuesday))
        tablet, leave = reverse("desk:packet_tablet"), reverse("desk:packet_tablet_leave")
        signing = reverse("desk:packet_tablet_paper", args=[item_of(packet, "rights").pk])
        for url in (tablet, signing, leave):
            assert in_language(visitor.get(url), "es"), url

        answer = choose(visitor, "en", tablet)
        assert (answer.status_code, answer["Location"]) == (302, tablet)
        assert not answer.cookies.get("django_language")
        for url in (tablet, signing, leave):
            assert in_language(visitor.get(url), "en"), url
        choose(visitor, "es", tablet)
        assert Account.objects.get(pk=tuesday.dana.account.pk).language == "en"
        assert visitor.send(signing, {"signer_name": "Jo Avery"}).status_code == 302
        assert PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS).get().language == "es"

        visitor.send(leave, {"password": PASSWORD})
        assert in_language(visitor.get(list_url(tuesday)), "en")
        client.language = "en"
        client.save()
        visitor.send(start, seen_at=list_url(tuesday))
        # What the one before pressed is forgotten.
        assert in_language(visitor.get(tablet), "en")
        visitor.send(leave, {"password": PASSWORD})
        choose(visitor, "es")
        assert Account.objects.get(pk=tuesday.dana.account.pk).language == "es"

    def test_a_paper_is_read_and_signed_in_the_language_that_was_pressed(
        self, visit: Any, tuesday: Any
    ) -> None:
        packet = prepare(visit, tuesday)
        visitor = visit("dana")
        start = reverse("desk:packet_hand_over", args=[packet.pk])
        visitor.send(start, seen_at=list_url(tuesday))
        url = reverse("desk:packet_tablet_paper", args=[item_of(packet, "rights").pk])
        english = visitor.get(url).content.decode()
        choose(visitor, "es", url)
        spanish = visitor.get(url).content.decode()
        title = papers()["rights"].title
        assert title["en"] in english and title["en"] not in spanish
        assert title["es"] in spanish and '<article class="prose" lang="es">' in spanish


class TestInk:
    def test_prints_keeps_the_sheet_and_hands_it_out_boxed(self, visit: Any, tuesday: Any) -> None:
        packet = prepare(visit, tuesday)
        visitor = visit("dana")
        printed = visitor.get(reverse("desk:packet_print", args=[packet.pk]))
        assert printed.content.startswith(b"%PDF-")
        assert "Jo" not in printed["Content-Disposition"]
        code = PrintedPapers.objects.for_actor(SERVICE, Purpose.OPERATIONS).get().code
        item = item_of(packet, "rights")
        url = reverse("desk:packet_sheet", args=[item.pk])
        told = {"code": code, "signer_name": "Jo Avery", "written_on": "2026-11-24"}
        wrong = visitor.send(
            url, {**told, "code": "WRONG123", "sheet": SimpleUploadedFile("a.jpg", jpeg())}
        )
        assert wrong.status_code == 422
        bad = visitor.send(url, {**told, "sheet": SimpleUploadedFile("a.jpg", b"MZ" + jpeg())})
        assert bad.status_code == 422
        done = visitor.send(url, {**told, "sheet": SimpleUploadedFile("a.jpg", jpeg())})
        assert done.status_code == 302
        scan = item.scans.get()
        answer = visitor.get(reverse("desk:packet_scan", args=[scan.pk]))
        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"


class TestLink:
    def test_shows_link_and_code_once(self, visit: Any, tuesday: Any) -> None:
        packet = prepare(visit, tuesday)
        url = reverse("desk:packet_link", args=[packet.pk])
        page = visit("dana").send(url, {"code_given": "spoken"}).content.decode()
        assert re.search(r"/me/p/[\w-]{32}/", page)
        assert re.search(r"<strong>\d{3} \d{3}</strong>", page)
